package org.numericclaims.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a qualifier's row of the table gives for a figure, with every digit, before it is rounded to bounds. */
record Interval(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

    boolean isEmpty() {
        return Bounds.isEmpty(low, lowOpen, high, highOpen);
    }

    /** The same distances on the other side of 0. */
    Interval mirrored() {
        return new Interval(high == null ? null : high.negate(), highOpen, low == null ? null : low.negate(), lowOpen);
    }

    /** From the least to the greatest whole number inside, both included. */
    Interval whole() {
        return new Interval(
                low == null ? null : leastWhole(), low == null, high == null ? null : greatestWhole(), high == null);
    }

    /** Without what lies below 0: there are no fewer than none. */
    Interval fromZero() {
        boolean below = low == null || low.signum() < 0;
        return below ? new Interval(BigDecimal.ZERO, false, high, highOpen) : this;
    }

    Bounds bounds() {
        return new Bounds(low, lowOpen, high, highOpen);
    }

    private BigDecimal leastWhole() {
        return lowOpen
                ? low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                : low.setScale(0, RoundingMode.CEILING);
    }

    private BigDecimal greatestWhole() {
        return highOpen
                ? high.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
                : high.setScale(0, RoundingMode.FLOOR);
    }
}
