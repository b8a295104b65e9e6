package org.numericclaims.figure.words;

import java.math.BigDecimal;
import org.numericclaims.figure.Qualifier;

/** A figure found among tokens: one number, or two with between; the end is the index behind its words. */
record Found(BigDecimal low, BigDecimal high, Qualifier qualifier, BigDecimal part, String unit, int end) {

    static Found of(Amount amount, Qualifier qualifier) {
        return new Found(amount.value(), null, qualifier, amount.number().part(), amount.unit(), amount.end());
    }

    static Found between(BigDecimal low, BigDecimal high, String unit, int end) {
        return new Found(low, high, Qualifier.BETWEEN, null, unit, end);
    }

    boolean isRange() {
        return high != null;
    }

    Found with(Qualifier newQualifier, int newEnd) {
        return new Found(low, high, newQualifier, part, unit, newEnd);
    }
}
