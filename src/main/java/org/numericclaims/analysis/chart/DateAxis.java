package org.numericclaims.analysis.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The axis of the dates, with ticks where days, months or years begin. */
record DateAxis(LocalDate first, LocalDate last) {

    private static final int MOST_TICKS = 8;
    private static final int MARGIN = 60;
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final List<Step> STEPS = Stream.of(
                    steps(ChronoUnit.DAYS, 1, 2, 7, 14),
                    steps(ChronoUnit.MONTHS, 1, 2, 3, 6),
                    steps(ChronoUnit.YEARS, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000))
            .flatMap(steps -> steps)
            .toList();

    /** From tick to tick. */
    private record Step(ChronoUnit unit, int count) {

        LocalDate onOrBefore(LocalDate day) {
            return switch (unit) {
                case DAYS -> LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), count) * count);
                case MONTHS -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / count * count + 1, 1);
                default -> LocalDate.of(day.getYear() / count * count, 1, 1);
            };
        }

        int letters() {
            return switch (unit) {
                case DAYS -> "2025-01-21".length();
                case MONTHS -> "2025-01".length();
                default -> "2025".length();
            };
        }
    }

    /** A day that is marked, and as what. */
    record Tick(LocalDate day, String label) {}

    /** The axis that shows all of these points, not quite to its ends. */
    static DateAxis of(Collection<ChartPoint> points) {
        var first = points.stream().map(ChartPoint::date).min(Comparator.naturalOrder());
        var last = points.stream().map(ChartPoint::date).max(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return new DateAxis(BEGINNING, END);
        }
        long room = 1 + ChronoUnit.DAYS.between(first.get(), last.get()) / MARGIN;
        return new DateAxis(first.get().minusDays(room), last.get().plusDays(room));
    }

    /** How far to the right the day lies: 0 at the first, 1 at the last. */
    double place(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    }

    List<Tick> ticks() {
        return STEPS.stream()
                .map(this::ticks)
                .filter(ticks -> ticks.size() <= MOST_TICKS)
                .findFirst()
                .orElseThrow();
    }

    private List<Tick> ticks(Step step) {
        var start = step.onOrBefore(first);
        return Stream.iterate(start, day -> day.plus(step.count, step.unit))
                .dropWhile(day -> day.isBefore(first) || day.isBefore(BEGINNING))
                .takeWhile(day -> !day.isAfter(last) && !day.isAfter(END))
                .limit(MOST_TICKS + 1L)
                .map(day -> new Tick(day, day.toString().substring(0, step.letters())))
                .toList();
    }

    private static Stream<Step> steps(ChronoUnit unit, Integer... counts) {
        return Stream.of(counts).map(count -> new Step(unit, count));
    }
}
