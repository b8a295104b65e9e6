package org.numericclaims.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An interval of numbers, each end open or closed, or without an end.
 *
 * @param low the lower end, null where there is none
 * @param lowOpen whether the lower end itself is left out; true where there is none
 * @param high the upper end, null where there is none
 * @param highOpen whether the upper end itself is left out; true where there is none
 */
public record Bounds(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

    /** Writes each end without zeros at the end or a positive exponent, rounded outward to 15 digits. */
    public Bounds {
        low = Decimals.rounded(low, RoundingMode.FLOOR);
        high = Decimals.rounded(high, RoundingMode.CEILING);
        lowOpen |= low == null;
        highOpen |= high == null;
    }

    public static Bounds closed(BigDecimal low, BigDecimal high) {
        return new Bounds(low, false, high, false);
    }

    public static Bounds closedOpen(BigDecimal low, BigDecimal high) {
        return new Bounds(low, false, high, true);
    }

    public static Bounds openClosed(BigDecimal low, BigDecimal high) {
        return new Bounds(low, true, high, false);
    }

    public static Bounds above(BigDecimal low) {
        return new Bounds(low, true, null, true);
    }

    public static Bounds atLeast(BigDecimal low) {
        return new Bounds(low, false, null, true);
    }

    public static Bounds below(BigDecimal high) {
        return new Bounds(null, true, high, true);
    }

    public static Bounds atMost(BigDecimal high) {
        return new Bounds(null, true, high, false);
    }

    /** Whether no number lies inside: the ends are reversed, or equal and one of them left out. */
    public boolean isEmpty() {
        return isEmpty(low, lowOpen, high, highOpen);
    }

    static boolean isEmpty(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || order == 0 && (lowOpen || highOpen);
    }

    public boolean contains(BigDecimal number) {
        return !isEmpty(low, lowOpen, number, false) && !isEmpty(number, false, high, highOpen);
    }

    /** Whether the two have a number in common. */
    public boolean overlaps(Bounds other) {
        return !isEmpty()
                && !other.isEmpty()
                && !isEmpty(low, lowOpen, other.high, other.highOpen)
                && !isEmpty(other.low, other.lowOpen, high, highOpen);
    }

    /** Whether every number of this one is a number of the other; an empty one is inside any. */
    public boolean inside(Bounds other) {
        return isEmpty() || interval().inside(other.interval());
    }

    /** The same, to work with. */
    public Interval interval() {
        return new Interval(low, lowOpen, high, highOpen);
    }

    /** In mathematical notation: {@code [800000, 1000000)}, {@code (818000, …)}. */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + text(low) + ", " + text(high) + (highOpen ? ")" : "]");
    }

    private static String text(BigDecimal end) {
        return end == null ? "…" : end.toString();
    }
}
