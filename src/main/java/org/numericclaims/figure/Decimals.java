package org.numericclaims.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimals that a figure may be: their range, their digits and their one written form. */
public final class Decimals {

    static final int DIGITS = 15;

    private static final BigDecimal LEAST = new BigDecimal("1e-18");
    private static final BigDecimal MOST = new BigDecimal("1e30");
    private static final int LONGEST_EXPANSION = 100;
    private static final int LONGEST_NUMBER = 1000;

    private Decimals() {}

    /** Whether it is 0 or from 1e-18 to 1e30 on either side; says so of 1e1000000000 without expanding it. */
    static boolean isInRange(BigDecimal number) {
        return number.signum() == 0
                || hasModestExponent(number)
                        && number.abs().compareTo(LEAST) >= 0
                        && number.abs().compareTo(MOST) <= 0;
    }

    /** Whether it has at most 15 significant digits; zeros at the end don't count. */
    static boolean isShort(BigDecimal number) {
        return isExpandable(number) && plain(number).stripTrailingZeros().precision() <= DIGITS;
    }

    /** The same number without zeros at the end, its scale not below 0; one too large or long stays as it is. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null || !isExpandable(number)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** At most 15 digits, rounded in the direction given; null for null. */
    public static BigDecimal rounded(BigDecimal number, RoundingMode direction) {
        return number == null ? null : plain(plain(number).round(new MathContext(DIGITS, direction)));
    }

    /** One unit of the last digit that is not zero; 1 for 0. */
    static BigDecimal lastPlace(BigDecimal number) {
        int scale = number.signum() == 0 ? 0 : number.stripTrailingZeros().scale();
        return plain(BigDecimal.ONE.scaleByPowerOfTen(-scale));
    }

    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || plain(number).scale() <= 0;
    }

    private static boolean isExpandable(BigDecimal number) {
        return hasModestExponent(number) && number.precision() <= LONGEST_NUMBER;
    }

    private static boolean hasModestExponent(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        return number.signum() == 0 || Math.abs(magnitude) <= LONGEST_EXPANSION;
    }
}
