package org.numericclaims.figure.words;

import java.math.BigDecimal;

/**
 * A bare number: its value, the last part that its words show (null where the digits tell), the scale it ends with,
 * what it would be without that scale, whether it is a fraction of something unnamed, and where it ends.
 */
record Numeral(BigDecimal value, BigDecimal part, BigDecimal scale, BigDecimal mantissa, boolean fraction, int end) {

    /** What may shape the reading of a number: money beside it, and whether "and" may join its parts. */
    record Mode(boolean money, boolean and) {}

    static Numeral of(BigDecimal value, BigDecimal part, int end) {
        return new Numeral(value, part, BigDecimal.ONE, value, false, end);
    }

    Numeral times(BigDecimal factor, boolean lot, int newEnd) {
        var unitPart = lot && part == null ? BigDecimal.ONE : part;
        var newPart = unitPart == null ? null : unitPart.multiply(factor);
        return new Numeral(value.multiply(factor), newPart, scale.multiply(factor), mantissa, fraction, newEnd);
    }

    Numeral plus(Numeral smaller) {
        return new Numeral(
                value.add(smaller.value), smaller.part, smaller.scale, value.add(smaller.value), false, smaller.end);
    }

    boolean scaled() {
        return scale.compareTo(BigDecimal.ONE) > 0;
    }
}
