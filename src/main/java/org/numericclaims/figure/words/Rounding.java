package org.numericclaims.figure.words;

import java.math.BigDecimal;

/** What a figure was rounded to, where its words show something else than its digits. */
final class Rounding {

    private static final BigDecimal FIVE = new BigDecimal(5);

    private Rounding() {}

    /** The part that the words show; null where the grain comes out the same without it. */
    static BigDecimal shown(BigDecimal value, BigDecimal part, boolean count) {
        if (part == null || grain(value, part, count).compareTo(grain(value, lastDigit(value), count)) == 0) {
            return null;
        }
        return plain(part);
    }

    /** Without zeros behind the decimal point, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal lastDigit(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ONE : value.stripTrailingZeros().ulp();
    }

    private static BigDecimal grain(BigDecimal value, BigDecimal rounded, boolean count) {
        var grain = value.signum() == 0 ? rounded : rounded.min(value.abs().divide(FIVE));
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return count && whole ? grain.max(BigDecimal.ONE) : grain;
    }
}
