package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31",
        "2025-01, 2025-01-01, 2025-01-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-01-21, 2025-01-21, 2025-01-21",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "0001, 0001-01-01, 0001-12-31",
        "9999-12, 9999-12-01, 9999-12-31"
    })
    void aDateKeepsItsPrecisionAndKnowsItsDays(String text, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(text);
        assertThat(date).hasToString(text);
        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "1900-02-29", "2025-13", "2025-00", "2025-13-01", "2025-01-00"})
    void aDateOutsideTheCalendarIsImpossible(String text) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageContaining(text)
                .matches(refusal -> refusal.code().equals("impossible_date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000", "0000-01-01", "10000", "-0044", "2025-1-5", "20250105", "2025-W03", "2025?", "1/5/2025",
                "2025-01-21T10:00:00Z", " 2025 ", "2025\n", "２０２５", "", "2025-", "2025-01-", "+2025", "2025x01x21",
                "2025-01-21-01"
            })
    void anyOtherFormIsMalformedAndTheThreeAreNamed(String text) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageContaining("2025, 2025-01 or 2025-01-21")
                .matches(refusal -> refusal.code().equals("malformed_date"));
    }

    @ParameterizedTest
    @MethodSource("years")
    void eachDayAndWhatOneWrongDigitMakesOfItIsReadAsJavaTimeDoes(int year) {
        assertThat(daysAndTheirNeighbours(year).stream().filter(text -> accepts(text) != isDay(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2025-01-21", "1900-02-28"})
    void aLetterTooManyOrTooFewIsMalformed(String day) {
        for (int at = 0; at <= day.length(); at++) {
            for (String letter : "0 1 2 9 - / T Z ? ٣".split(" ")) {
                String longer = day.substring(0, at) + letter + day.substring(at);
                assertThat(accepts(longer)).as(longer).isFalse();
            }
        }
        for (int at = 0; at < day.length(); at++) {
            String shorter = day.substring(0, at) + day.substring(at + 1);
            assertThat(accepts(shorter)).as(shorter).isFalse();
        }
    }

    static IntStream years() {
        return IntStream.rangeClosed(1896, 2104);
    }

    /** A wrong digit of the year can only matter at the end of a month. */
    private static Set<String> daysAndTheirNeighbours(int year) {
        Set<String> texts = new LinkedHashSet<>();
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(day -> {
            String text = day.toString();
            int from = day.getDayOfMonth() < 28 ? 5 : 0;
            for (int at = from; at < text.length(); at += at == 3 || at == 6 ? 2 : 1) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    texts.add(text.substring(0, at) + digit + text.substring(at + 1));
                }
            }
        });
        return texts;
    }

    private static boolean accepts(String text) {
        try {
            return PartialDate.parse(text).toString().equals(text);
        } catch (Unreadable refusal) {
            return false;
        }
    }

    /** What {@link LocalDate#parse} does, without the price of a million exceptions. */
    private static boolean isDay(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        int day = Integer.parseInt(text, 8, 10, 10);
        return year > 0
                && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
                && YearMonth.of(year, month).isValidDay(day);
    }
}
