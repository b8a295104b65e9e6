package org.numericclaims.figure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The span that a figure covers, as a partial date or an interval of two, of which one may be left open.
 *
 * @param text {@code A}, {@code A/B}, {@code A/..} or {@code ../B}: level 0 of the Extended Date/Time Format
 *     (ISO 8601-2), with its open ends
 */
public record Period(String text) {

    private static final String OPEN = "..";
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final PartialDate LAST_YEAR = PartialDate.parse("9999");

    /** Refuses with {@code malformed_period} or {@code period_reversed}, or as {@link PartialDate} does for an end. */
    public Period {
        String[] ends = text.split("/", -1);
        if (!isFormed(ends)) {
            throw new Unreadable(
                    "malformed_period", "Write a period as 2024, 2024/2025, 2024/.. or ../2024, with dates as ends.");
        }
        Optional<PartialDate> start = end(ends[0]);
        Optional<PartialDate> end = end(ends[ends.length - 1]);
        if (start.isPresent()
                && end.isPresent()
                && end.get().last().isBefore(start.get().first())) {
            throw new Unreadable("period_reversed", "The period ends before it begins; swap its two dates.");
        }
    }

    /** The period that the text is, kept as it is; throws {@link Unreadable}. */
    public static Period parse(String text) {
        return new Period(text);
    }

    /** Its beginning, which is the whole of {@code 2024}; empty where open. */
    public Optional<PartialDate> start() {
        return end(text.split("/")[0]);
    }

    /** Its end, which is the whole of {@code 2024}; empty where open. */
    public Optional<PartialDate> end() {
        return end(text.substring(text.indexOf('/') + 1));
    }

    /** Its days, where nobody said it on a date: an open end is 9999-12-31, an open beginning 0001-01-01. */
    public Days days() {
        return days(LAST_YEAR).orElseThrow();
    }

    /**
     * Its days as meant on the date it was said: an open end is that date's last day, an open beginning 0001-01-01.
     *
     * @return empty where no day is left, since it was said before the period began
     */
    public Optional<Days> days(PartialDate said) {
        LocalDate first = start().map(PartialDate::first).orElse(BEGINNING);
        LocalDate last = end().map(PartialDate::last).orElseGet(said::last);
        return Days.between(first, last);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isFormed(String[] ends) {
        boolean single = ends.length == 1 && !ends[0].equals(OPEN);
        boolean pair = ends.length == 2
                && !ends[0].isEmpty()
                && !ends[1].isEmpty()
                && !(ends[0].equals(OPEN) && ends[1].equals(OPEN));
        return single || pair;
    }

    private static Optional<PartialDate> end(String text) {
        return text.equals(OPEN) ? Optional.empty() : Optional.of(PartialDate.parse(text));
    }
}
