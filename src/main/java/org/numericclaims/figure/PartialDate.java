package org.numericclaims.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date as precise as it was given: a year, a month or a day.
 *
 * @param text {@code 2025}, {@code 2025-01} or {@code 2025-01-21}, from year 0001 to 9999
 */
public record PartialDate(String text) {

    private static final Pattern FORM = Pattern.compile("(?!0000)[0-9]{4}(-[0-9]{2}){0,2}");
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** Refuses with {@code malformed_date} what has none of the three forms, else a day that no calendar has. */
    public PartialDate {
        if (!FORM.matcher(text).matches()) {
            throw new Unreadable(
                    "malformed_date", "Write a date as 2025, 2025-01 or 2025-01-21, with a year from 0001 to 9999.");
        }
        if (!exists(text)) {
            throw new Unreadable("impossible_date", "The calendar has no " + text + "; check the month and the day.");
        }
    }

    /** The date that the text is, never trimmed or padded; throws {@link Unreadable}. */
    public static PartialDate parse(String text) {
        return new PartialDate(text);
    }

    /** The first day of that year or month, or the day itself. */
    public LocalDate first() {
        return LocalDate.of(year(text), text.length() > YEAR ? month(text) : 1, text.length() > MONTH ? day(text) : 1);
    }

    /** The last day of that year or month, or the day itself. */
    public LocalDate last() {
        if (text.length() > MONTH) {
            return first();
        }
        return text.length() > YEAR
                ? YearMonth.of(year(text), month(text)).atEndOfMonth()
                : LocalDate.of(year(text), 12, 31);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean exists(String text) {
        if (text.length() == YEAR) {
            return true;
        }
        boolean month = month(text) >= 1 && month(text) <= 12;
        return month
                && (text.length() == MONTH
                        || YearMonth.of(year(text), month(text)).isValidDay(day(text)));
    }

    private static int year(String text) {
        return Integer.parseInt(text, 0, YEAR, 10);
    }

    private static int month(String text) {
        return Integer.parseInt(text, YEAR + 1, MONTH, 10);
    }

    private static int day(String text) {
        return Integer.parseInt(text, MONTH + 1, text.length(), 10);
    }
}
