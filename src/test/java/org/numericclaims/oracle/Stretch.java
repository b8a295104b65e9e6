package org.numericclaims.oracle;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.numericclaims.figure.Bounds;
import org.numericclaims.figure.unit.Unit;

/** An interval of numbers with every digit that arithmetic gives, each end open or closed, or null where there is none. */
record Stretch(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

    Stretch {
        lowOpen |= low == null;
        highOpen |= high == null;
    }

    static Stretch of(Bounds bounds) {
        return new Stretch(bounds.low(), bounds.lowOpen(), bounds.high(), bounds.highOpen());
    }

    Stretch converted(Unit from, Unit to) {
        return from.equals(to) ? this : each(end -> from.convert(end, to));
    }

    /** The same distances on the other side of 0. */
    Stretch mirrored() {
        return new Stretch(negative(high), highOpen, negative(low), lowOpen);
    }

    /** A wider one by the distance at both closed and open ends. */
    Stretch widened(BigDecimal distance) {
        return new Stretch(
                low == null ? null : low.subtract(distance), false, high == null ? null : high.add(distance), false);
    }

    /** Whether some number here is at most some number there. */
    boolean allowsAtMost(Stretch other) {
        if (low == null || other.high == null) {
            return true;
        }
        int order = low.compareTo(other.high);
        return order < 0 || order == 0 && !lowOpen && !other.highOpen;
    }

    /** Whether the two have a number in common. */
    boolean meets(Stretch other) {
        return allowsAtMost(other) && other.allowsAtMost(this);
    }

    /** By how much even the least number here exceeds the greatest there; 0 where it doesn't. */
    BigDecimal excess(Stretch other) {
        return low == null || other.high == null
                ? BigDecimal.ZERO
                : low.subtract(other.high).max(BigDecimal.ZERO);
    }

    /** Whether each number here is a number there. */
    boolean inside(Stretch other) {
        boolean starts = other.low == null
                || low != null
                        && (low.compareTo(other.low) > 0
                                || low.compareTo(other.low) == 0 && (lowOpen || !other.lowOpen));
        boolean ends = other.high == null
                || high != null
                        && (high.compareTo(other.high) < 0
                                || high.compareTo(other.high) == 0 && (highOpen || !other.highOpen));
        return starts && ends;
    }

    /** Each number here less each number there. */
    Stretch minus(Stretch other) {
        return new Stretch(
                low == null || other.high == null ? null : low.subtract(other.high),
                lowOpen || other.highOpen,
                high == null || other.low == null ? null : high.subtract(other.low),
                highOpen || other.lowOpen);
    }

    /** The smallest that holds both. */
    Stretch and(Stretch other) {
        var mirror = other.mirrored().lower(mirrored());
        var lower = lower(other);
        return new Stretch(lower.low, lower.lowOpen, negative(mirror.low), mirror.lowOpen);
    }

    /** The one of the two that begins first. */
    private Stretch lower(Stretch other) {
        return Stream.of(this, other).filter(one -> one.low == null).findFirst().orElseGet(() -> {
            int order = low.compareTo(other.low);
            return order < 0 || order == 0 && !lowOpen ? this : other;
        });
    }

    private Stretch each(UnaryOperator<BigDecimal> change) {
        return new Stretch(
                low == null ? null : change.apply(low), lowOpen, high == null ? null : change.apply(high), highOpen);
    }

    private static BigDecimal negative(BigDecimal end) {
        return end == null ? null : end.negate();
    }

    /** In mathematical notation. */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + (low == null ? "…" : low.toPlainString()) + ", "
                + (high == null ? "…" : high.toPlainString()) + (highOpen ? ")" : "]");
    }
}
