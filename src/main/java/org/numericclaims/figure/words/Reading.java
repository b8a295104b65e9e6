package org.numericclaims.figure.words;

import java.math.BigDecimal;
import org.numericclaims.figure.Qualifier;

/** A figure read from words, with the words that gave it and what stood before and after them. */
public record Reading(
        BigDecimal figure,
        BigDecimal figureTo,
        Qualifier qualifier,
        BigDecimal roundedTo,
        String unit,
        String before,
        String text,
        String after) {}
