package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.numericclaims.Mutations;

/** Dates and periods with slips in them, read as a strict reader of java.time does; the seeds are fixed. */
class DatesPropertiesTest {

    private static final String LETTERS = "0123456789-/. TZ?:+\n\u0663\uff11";
    private static final String CODES = "malformed_date|impossible_date|malformed_period|period_reversed";

    private static final DateTimeFormatter YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder()
            .append(YEAR)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .append(MONTH)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 2)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private record Span(LocalDate first, LocalDate last) {}

    @Property(tries = 3_000, seed = "1")
    void aDateWithASlipIsReadAsJavaTimeDoes(@ForAll("dates") String date, @ForAll Random random) {
        var text = Mutations.of(date, LETTERS, random);
        var expected = days(text);
        assertThat(accepted(text, PartialDate::parse)).as(text).isEqualTo(expected.isPresent());
        expected.ifPresent(days -> {
            assertThat(PartialDate.parse(text).first()).isEqualTo(days.first);
            assertThat(PartialDate.parse(text).last()).isEqualTo(days.last);
            assertThat(PartialDate.parse(text)).hasToString(text);
        });
    }

    @Property(tries = 3_000, seed = "2")
    void aPeriodIsTwoDatesInTheirOrderOfWhichOneMayBeOpen(
            @ForAll("ends") String start, @ForAll("ends") String end, @ForAll Random random) {
        var text = random.nextInt(3) > 0 ? start + "/" + end : Mutations.of(start + "/" + end, LETTERS, random);
        assertThat(accepted(text, Period::parse)).as(text).isEqualTo(isPeriod(text));
    }

    @Property(tries = 1_000, seed = "3")
    void anyTextIsReadOrRefusedByACode(@ForAll @StringLength(max = 40) String text) {
        assertThat(accepted(text, PartialDate::parse))
                .as(text)
                .isEqualTo(days(text).isPresent());
        assertThat(accepted(text, Period::parse)).as(text).isEqualTo(isPeriod(text));
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.of(
                "2024", "2024-02", "2024-02-29", "1900-02-28", "0001", "0001-01-01", "9999-12-31", "2025-11");
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.oneOf(
                dates(),
                Arbitraries.of("..", "2024-02-28", "2024-03", "2023", "2025-02-30", "2024-13", "", "1900-02-29"));
    }

    private static boolean isPeriod(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return days(text).isPresent();
        }
        var start = text.substring(0, slash);
        var end = text.substring(slash + 1);
        boolean open = start.equals("..")
                ? days(end).isPresent()
                : end.equals("..") && days(start).isPresent();
        return open
                || days(start)
                        .flatMap(from -> days(end).filter(to -> !to.last.isBefore(from.first)))
                        .isPresent();
    }

    private static Optional<Span> days(String text) {
        try {
            return switch (text.length()) {
                case 4 -> ofYear(YEAR.parse(text).get(ChronoField.YEAR));
                case 7 -> ofMonth(YearMonth.parse(text, MONTH));
                case 10 -> of(new Span(LocalDate.parse(text, DAY), LocalDate.parse(text, DAY)));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> ofYear(int year) {
        return of(new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    private static Optional<Span> ofMonth(YearMonth month) {
        return of(new Span(month.atDay(1), month.atEndOfMonth()));
    }

    /** Java has a year 0, which no calendar of ours has. */
    private static Optional<Span> of(Span days) {
        return Optional.of(days).filter(known -> known.first.getYear() > 0);
    }

    private interface Reader {
        Object read(String text);
    }

    private static boolean accepted(String text, Reader reader) {
        try {
            return reader.read(text).toString().equals(text);
        } catch (Unreadable refusal) {
            assertThat(refusal.code()).matches(CODES);
            return false;
        }
    }
}
