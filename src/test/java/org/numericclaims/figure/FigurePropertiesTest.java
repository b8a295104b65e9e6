package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FigurePropertiesTest {

    @Property
    void likelyLiesInsideLogical(@ForAll("figures") Figure figure, @ForAll boolean count) {
        if (figure.faults(count).isEmpty()) {
            assertThat(figure.likely(count).isEmpty()).isFalse();
            assertThat(figure.likely(count).inside(figure.logical(count))).isTrue();
        }
    }

    @Property
    void bothHoldTheFigureOrTouchItWhereTheQualifierLeavesItOut(@ForAll("figures") Figure figure) {
        Bounds touching = Bounds.closed(figure.value(), figure.value());
        for (Bounds bounds : new Bounds[] {figure.logical(false), figure.likely(false)}) {
            boolean held = bounds.overlaps(touching);
            boolean touched = new Bounds(bounds.low(), false, bounds.high(), false).overlaps(touching);
            assertThat(leavesItOut(figure.qualifier()) ? touched : held).isTrue();
        }
    }

    @Property
    void aWholeCountHoldsItselfOrItsNeighbour(@ForAll("figures") Figure figure) {
        if (isWhole(figure.value()) && figure.faults(true).isEmpty()) {
            Bounds near = leavesItOut(figure.qualifier())
                    ? Bounds.closed(
                            figure.value().subtract(BigDecimal.ONE),
                            figure.value().add(BigDecimal.ONE))
                    : Bounds.closed(figure.value(), figure.value());
            assertThat(figure.logical(true).overlaps(near)).isTrue();
            assertThat(figure.likely(true).overlaps(near)).isTrue();
        }
    }

    @Property
    void theNegativeIsTheMirrorImage(@ForAll("figures") Figure figure) {
        Figure mirror = mirrored(figure);
        if (figure.value().signum() != 0) {
            assertThat(mirror.logical(false)).isEqualTo(mirrored(figure.logical(false)));
            assertThat(mirror.likely(false)).isEqualTo(mirrored(figure.likely(false)));
        }
    }

    @Property
    void theBoundsOfAWholeCountAreWholeClosedAndNeverBelowZero(@ForAll("figures") Figure figure) {
        boolean whole = isWhole(figure.value()) && (figure.to() == null || isWhole(figure.to()));
        if (whole && figure.faults(true).isEmpty()) {
            for (Bounds bounds : new Bounds[] {figure.logical(true), figure.likely(true)}) {
                assertThat(bounds.low() == null ? bounds.lowOpen() : isWhole(bounds.low()) && !bounds.lowOpen())
                        .isTrue();
                assertThat(bounds.high() == null ? bounds.highOpen() : isWhole(bounds.high()) && !bounds.highOpen())
                        .isTrue();
                assertThat(figure.value().signum() < 0 || bounds.low().signum() >= 0)
                        .isTrue();
            }
        }
    }

    @Property
    void aBoundHasAtMostFifteenDigitsAndNoPositiveExponent(@ForAll("figures") Figure figure, @ForAll boolean count) {
        for (BigDecimal end : new BigDecimal[] {
            figure.logical(count).high(), figure.likely(count).low()
        }) {
            if (end != null) {
                assertThat(end.stripTrailingZeros().precision()).isLessThanOrEqualTo(15);
                assertThat(end.scale()).isNotNegative();
            }
        }
    }

    @Property
    void aDecimalKeepsItsDigits(@ForAll("decimals") BigDecimal decimal) {
        BigDecimal kept = new Figure(decimal, null, null, Qualifier.PLAIN, null).value();
        assertThat(kept).isEqualByComparingTo(decimal);
        assertThat(kept.toPlainString()).isEqualTo(decimal.stripTrailingZeros().toPlainString());
        assertThat(kept.scale()).isNotNegative();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<Long> digits = Arbitraries.oneOf(
                Arbitraries.longs().between(-999_999_999_999_999L, 999_999_999_999_999L),
                Arbitraries.longs().between(-120, 120));
        return Combinators.combine(digits, Arbitraries.integers().between(-15, 18))
                .as(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<Figure> figures() {
        Arbitrary<BigDecimal> steps =
                Arbitraries.of("1", "0.5", "0.1", "0.01").map(BigDecimal::new).injectNull(0.5);
        return Combinators.combine(decimals(), Arbitraries.of(Qualifier.class), decimals(), steps)
                .as(FigurePropertiesTest::figure)
                .filter(figure -> figure.faults(false).isEmpty());
    }

    private static Figure figure(BigDecimal value, Qualifier qualifier, BigDecimal other, BigDecimal step) {
        BigDecimal roundedTo = step == null ? null : value.abs().multiply(step);
        BigDecimal to = qualifier == Qualifier.BETWEEN ? value.max(other) : null;
        return new Figure(value, to, null, qualifier, value.signum() == 0 ? null : roundedTo);
    }

    private static boolean leavesItOut(Qualifier qualifier) {
        return switch (qualifier) {
            case ALMOST, OVER, UNDER -> true;
            case PLAIN, EXACTLY, ABOUT, AT_LEAST, AT_MOST, BETWEEN -> false;
        };
    }

    private static Figure mirrored(Figure figure) {
        BigDecimal negative = figure.value().negate();
        Qualifier qualifier = figure.qualifier();
        return switch (qualifier) {
            case OVER -> new Figure(negative, null, null, Qualifier.UNDER, figure.roundedTo());
            case UNDER -> new Figure(negative, null, null, Qualifier.OVER, figure.roundedTo());
            case AT_LEAST -> new Figure(negative, null, null, Qualifier.AT_MOST, figure.roundedTo());
            case AT_MOST -> new Figure(negative, null, null, Qualifier.AT_LEAST, figure.roundedTo());
            case BETWEEN -> new Figure(figure.to().negate(), negative, null, qualifier, figure.roundedTo());
            case PLAIN, EXACTLY, ABOUT, ALMOST -> new Figure(negative, null, null, qualifier, figure.roundedTo());
        };
    }

    private static Bounds mirrored(Bounds bounds) {
        return new Interval(bounds.low(), bounds.lowOpen(), bounds.high(), bounds.highOpen())
                .mirrored()
                .bounds();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.remainder(BigDecimal.ONE).signum() == 0;
    }
}
