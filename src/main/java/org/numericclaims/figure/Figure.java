package org.numericclaims.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A number as somebody stated it; what its wording allows is told in docs/figures.md.
 *
 * @param value the number, multiplied out; of a range the lower end
 * @param to the upper end of a range, else null
 * @param best the best estimate inside a range, null where none was stated
 * @param qualifier how it was stated; null is taken for {@link Qualifier#PLAIN}
 * @param roundedTo what it was rounded to, null where its digits show it
 */
public record Figure(BigDecimal value, BigDecimal to, BigDecimal best, Qualifier qualifier, BigDecimal roundedTo) {

    /** The version of the rule that makes {@link #logical} and {@link #likely}. */
    public static final int RULE = 1;

    private static final BigDecimal FIFTH = new BigDecimal("0.2");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final boolean OPEN = true;
    private static final boolean CLOSED = false;

    /** Takes zeros at the end and positive exponents off each number; {@link #faults} checks, this does not. */
    public Figure {
        value = Decimals.plain(Objects.requireNonNull(value, "value"));
        to = Decimals.plain(to);
        best = Decimals.plain(best);
        qualifier = qualifier == null ? Qualifier.PLAIN : qualifier;
        roundedTo = Decimals.plain(roundedTo);
    }

    /** All that keeps this from being a figure of a claim; {@code count} says that its unit is a count. */
    public List<Fault> faults(boolean count) {
        return Fault.of(this, count);
    }

    /** The number itself, or the whole of a range: what {@code match=stated} compares. */
    public Bounds stated() {
        return Bounds.closed(value, to == null ? value : to);
    }

    /**
     * How coarsely it was stated: what it was rounded to, or a fifth of it if less; for a whole count at least 1.
     *
     * @throws IllegalStateException where a number is out of range: ask {@link #faults} first
     */
    public BigDecimal grain(boolean count) {
        requireRange();
        BigDecimal step = roundedTo == null ? Decimals.lastPlace(value) : roundedTo;
        BigDecimal grain = value.signum() == 0 ? step : step.min(value.abs().multiply(FIFTH));
        return Decimals.plain(isWhole(count) ? grain.max(BigDecimal.ONE) : grain);
    }

    /** What the wording logically allows, empty for "under 0 people"; throws as {@link #grain} does. */
    public Bounds logical(boolean count) {
        return counted(allowed(grain(count)), count).bounds();
    }

    /** What a reader would take it to mean, always inside {@link #logical}; throws as {@link #grain} does. */
    public Bounds likely(boolean count) {
        Interval likely = counted(taken(grain(count)), count);
        return likely.isEmpty() ? logical(count) : likely.bounds();
    }

    private Interval allowed(BigDecimal grain) {
        return switch (qualifier) {
            case EXACTLY -> new Interval(value, CLOSED, value, CLOSED);
            case PLAIN -> around(grain.multiply(HALF));
            case ABOUT -> around(grain);
            case ALMOST -> nearing(grain);
            case OVER -> new Interval(value, OPEN, null, OPEN);
            case AT_LEAST -> new Interval(value, CLOSED, null, OPEN);
            case UNDER -> new Interval(null, OPEN, value, OPEN);
            case AT_MOST -> new Interval(null, OPEN, value, CLOSED);
            case BETWEEN -> range();
        };
    }

    private Interval taken(BigDecimal grain) {
        return switch (qualifier) {
            case EXACTLY -> new Interval(value, CLOSED, value, CLOSED);
            case PLAIN, ABOUT -> around(grain.multiply(HALF));
            case ALMOST -> nearing(grain.multiply(HALF));
            case OVER -> new Interval(value, OPEN, value.add(grain), CLOSED);
            case AT_LEAST -> new Interval(value, CLOSED, value.add(grain), CLOSED);
            case UNDER -> new Interval(value.subtract(grain), CLOSED, value, OPEN);
            case AT_MOST -> new Interval(value.subtract(grain), CLOSED, value, CLOSED);
            case BETWEEN -> range();
        };
    }

    private Interval around(BigDecimal distance) {
        return new Interval(value.subtract(distance), CLOSED, value.add(distance), CLOSED);
    }

    /** Just short of it, seen from 0: "almost −5" is a little above −5. */
    private Interval nearing(BigDecimal distance) {
        BigDecimal size = value.abs();
        Interval below = new Interval(size.subtract(distance), CLOSED, size, OPEN);
        return value.signum() < 0 ? below.mirrored() : below;
    }

    private Interval range() {
        return new Interval(value, CLOSED, to == null ? value : to, CLOSED);
    }

    private Interval counted(Interval interval, boolean count) {
        Interval whole = isWhole(count) ? interval.whole() : interval;
        return count && value.signum() >= 0 ? whole.fromZero() : whole;
    }

    private boolean isWhole(boolean count) {
        return count && Decimals.isWhole(value) && (to == null || Decimals.isWhole(to));
    }

    /** A grain or a whole bound of 1e1000000000 would be written out digit by digit. */
    private void requireRange() {
        boolean inRange =
                Stream.of(value, to, roundedTo).filter(Objects::nonNull).allMatch(Decimals::isInRange);
        if (!inRange) {
            throw new IllegalStateException("A number of this figure is out of range.");
        }
    }
}
