package org.numericclaims.analysis.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The axis of the figures, from one round number to another, with a tick at each step of 1, 2 or 5 times a power of 10. */
record Axis(BigDecimal low, BigDecimal high, BigDecimal step) {

    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(8);
    private static final BigDecimal HEADROOM = new BigDecimal("0.12");
    private static final MathContext SHORT = new MathContext(3, RoundingMode.CEILING);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    /** The axis that shows all of these points, with room where some of them are open. */
    static Axis of(Collection<ChartPoint> points) {
        var low = points.stream()
                .map(ChartPoint::lowest)
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        var high = points.stream()
                .map(ChartPoint::highest)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        boolean fromZero = low.signum() >= 0 && low.compareTo(high.divide(BigDecimal.valueOf(2))) <= 0;
        var room = high.subtract(fromZero ? BigDecimal.ZERO : low).multiply(HEADROOM);
        if (points.stream().anyMatch(point -> point.logical().high() == null)) {
            high = high.add(room);
        }
        if (points.stream().anyMatch(point -> point.logical().low() == null)) {
            low = low.subtract(room);
            fromZero &= low.signum() >= 0;
        }
        return between(fromZero ? BigDecimal.ZERO : low, high, points.stream().allMatch(Axis::isWhole));
    }

    private static Axis between(BigDecimal least, BigDecimal most, boolean whole) {
        var low = least;
        var high = most;
        if (low.compareTo(high) == 0) {
            var room = low.signum() == 0 ? BigDecimal.ONE : low.abs().movePointLeft(1);
            low = low.subtract(room);
            high = high.add(room);
        }
        var step = step(high.subtract(low).divide(MOST_STEPS, SHORT));
        step = whole ? step.max(BigDecimal.ONE) : step;
        return new Axis(onStep(low, step, RoundingMode.FLOOR), onStep(high, step, RoundingMode.CEILING), step);
    }

    private static BigDecimal step(BigDecimal least) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal onStep(BigDecimal number, BigDecimal step, RoundingMode direction) {
        return number.divide(step, 0, direction).multiply(step);
    }

    private static boolean isWhole(ChartPoint point) {
        return point.figure().stripTrailingZeros().scale() <= 0
                && point.top().stripTrailingZeros().scale() <= 0;
    }

    /** How far up the number lies: 0 at the lower end, 1 at the upper one. */
    double place(BigDecimal number) {
        // as a difference first, so that close numbers with many digits stay apart
        return number.subtract(low).doubleValue() / high.subtract(low).doubleValue();
    }

    List<BigDecimal> ticks() {
        var ticks = new ArrayList<BigDecimal>();
        for (var tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** The number with thousands separators and all its digits. */
    static String label(BigDecimal number) {
        return new DecimalFormat(
                        "#,##0.####################################", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number)
                .replace('-', '\u2212');
    }
}
