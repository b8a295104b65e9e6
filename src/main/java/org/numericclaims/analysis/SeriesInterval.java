package org.numericclaims.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;

/** A run of days of which a series shows the last claim only; the constants are named as in the query. */
enum SeriesInterval {
    /** Each day by itself. */
    day,
    /** From Monday to Sunday (ISO 8601). */
    week,
    /** Of the calendar. */
    month,
    /** Three months, the first from January. */
    quarter,
    /** Of the calendar. */
    year;

    static final List<String> NAMES = Arrays.stream(values()).map(Enum::name).toList();

    /** The first day of the interval that the day lies in. */
    LocalDate begin(LocalDate of) {
        return switch (this) {
            case day -> of;
            case week -> of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case month -> of.withDayOfMonth(1);
            case quarter -> of.with(IsoFields.DAY_OF_QUARTER, 1);
            case year -> of.withDayOfYear(1);
        };
    }
}
