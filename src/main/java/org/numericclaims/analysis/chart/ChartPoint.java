package org.numericclaims.analysis.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure on a chart, with what its words may mean.
 *
 * @param strand points of one line that have the same strand are joined, others are not
 * @param figureTo the upper end of a range, null where there is one number
 * @param logical what the words allow
 * @param likely what a reader takes them to mean
 * @param standing whether the claimant still says so
 * @param label all of it in words
 */
public record ChartPoint(
        LocalDate date,
        String strand,
        BigDecimal figure,
        BigDecimal figureTo,
        Reach logical,
        Reach likely,
        Standing standing,
        String label) {

    /** From one number to another; null where it is open. */
    public record Reach(BigDecimal low, BigDecimal high) {}

    /** Whether a figure still is what its claimant says. */
    public enum Standing {
        /** It is. */
        CURRENT,
        /** A newer figure replaces it. */
        SUPERSEDED,
        /** The claimant took it back, so that no line leads to it. */
        RETRACTED
    }

    boolean isOpen() {
        return logical.low() == null || logical.high() == null;
    }

    /** The upper end of a range, or the number itself. */
    BigDecimal top() {
        return figureTo == null ? figure : figureTo;
    }

    /** The end of what the words allow, or where that is open of what they are taken to mean. */
    BigDecimal lowest() {
        return first(logical.low(), likely.low(), figure);
    }

    /** As {@link #lowest()}, upwards. */
    BigDecimal highest() {
        return first(logical.high(), likely.high(), top());
    }

    BigDecimal likelyLow() {
        return first(likely.low(), figure, figure);
    }

    BigDecimal likelyHigh() {
        return first(likely.high(), top(), top());
    }

    private static BigDecimal first(BigDecimal a, BigDecimal b, BigDecimal otherwise) {
        return a != null ? a : b != null ? b : otherwise;
    }
}
