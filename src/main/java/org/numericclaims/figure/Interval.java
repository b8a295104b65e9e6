package org.numericclaims.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/**
 * An interval of numbers with every digit, not rounded as {@link Bounds} are: what a qualifier gives for a figure, and
 * what is worked out from several.
 *
 * @param low the lower end, null where there is none
 * @param lowOpen whether the lower end itself is left out; true where there is none
 * @param high the upper end, null where there is none
 * @param highOpen whether the upper end itself is left out; true where there is none
 */
public record Interval(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    /** Whether some number of this one is at most as large as some number of the other; neither is empty. */
    public boolean canBeAtMost(Interval other) {
        return !Bounds.isEmpty(low, lowOpen, other.high, other.highOpen);
    }

    /** Whether the two, neither of them empty, have a number in common. */
    public boolean overlaps(Interval other) {
        return canBeAtMost(other) && other.canBeAtMost(this);
    }

    /** Whether every number of this one is a number of the other. */
    public boolean inside(Interval other) {
        return startsWithin(other) && endsWithin(other);
    }

    private boolean startsWithin(Interval other) {
        if (low == null || other.low == null) {
            return other.low == null;
        }
        int order = low.compareTo(other.low);
        return order > 0 || order == 0 && (lowOpen || !other.lowOpen);
    }

    private boolean endsWithin(Interval other) {
        if (high == null || other.high == null) {
            return other.high == null;
        }
        int order = high.compareTo(other.high);
        return order < 0 || order == 0 && (highOpen || !other.highOpen);
    }

    /** The smallest interval that both are inside. */
    public Interval around(Interval other) {
        boolean lower = startsWithin(other);
        boolean upper = endsWithin(other);
        return new Interval(
                lower ? other.low : low, lower ? other.lowOpen : lowOpen,
                upper ? other.high : high, upper ? other.highOpen : highOpen);
    }

    /** How far this one's least number lies above the other's greatest; 0 where it does not, or has no end. */
    public BigDecimal above(Interval other) {
        return low == null || other.high == null
                ? BigDecimal.ZERO
                : low.subtract(other.high).max(BigDecimal.ZERO);
    }

    /** All differences of a number of this one and one of the other (interval arithmetic; IEEE 1788). */
    public Interval minus(Interval other) {
        return new Interval(
                low == null || other.high == null ? null : low.subtract(other.high),
                lowOpen || other.highOpen,
                high == null || other.low == null ? null : high.subtract(other.low),
                highOpen || other.lowOpen);
    }

    /**
     * All ratios of a number of this one to one of the other, rounded outward to 34 digits. Nothing is known where the
     * other may be of either sign; where it may be 0 the ratio has no end.
     */
    public Interval dividedBy(Interval other) {
        if (other.high != null && other.high.signum() <= 0 && (other.low == null || other.low.signum() < 0)) {
            return mirrored().dividedBy(other.mirrored());
        }
        if (other.low == null || other.low.signum() < 0) {
            return new Interval(null, true, null, true);
        }
        var up = new Interval(null, true, null, true);
        if (low != null) {
            up = low.signum() >= 0
                    ? low(low, lowOpen, other.high, other.highOpen)
                    : low(low, lowOpen, other.low, other.lowOpen);
        }
        if (high == null) {
            return up;
        }
        var down = high.signum() > 0
                ? high(high, highOpen, other.low, other.lowOpen)
                : high(high, highOpen, other.high, other.highOpen);
        return new Interval(up.low, up.lowOpen, down.high, down.highOpen);
    }

    private static Interval low(BigDecimal number, boolean open, BigDecimal divisor, boolean divisorOpen) {
        if (divisor == null) {
            return new Interval(BigDecimal.ZERO, number.signum() != 0 || open, null, true);
        }
        return divisor.signum() == 0
                ? new Interval(null, true, null, true)
                : new Interval(number.divide(divisor, DOWN), open || divisorOpen && number.signum() != 0, null, true);
    }

    private static Interval high(BigDecimal number, boolean open, BigDecimal divisor, boolean divisorOpen) {
        if (divisor == null) {
            return new Interval(null, true, BigDecimal.ZERO, number.signum() != 0 || open);
        }
        return divisor.signum() == 0
                ? new Interval(null, true, null, true)
                : new Interval(null, true, number.divide(divisor, UP), open || divisorOpen && number.signum() != 0);
    }

    /** Each number told in another unit, by what rises with it. */
    public Interval told(UnaryOperator<BigDecimal> conversion) {
        return new Interval(
                low == null ? null : conversion.apply(low),
                lowOpen,
                high == null ? null : conversion.apply(high),
                highOpen);
    }

    boolean isEmpty() {
        return Bounds.isEmpty(low, lowOpen, high, highOpen);
    }

    /** The same distances on the other side of 0. */
    public Interval mirrored() {
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

    /** Rounded outward to what is shown. */
    public Bounds bounds() {
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
