package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2025-01-21, 2024-01-01, 2024-12-31",
        "2024-02, 2025-01-21, 2024-02-01, 2024-02-29",
        "2022/2023, 2025-01-21, 2022-01-01, 2023-12-31",
        "2022/2022-06, 2025, 2022-01-01, 2022-06-30",
        "2022-06/2022, 2025, 2022-06-01, 2022-12-31",
        "2022-02-24/2025-01-20, 2025, 2022-02-24, 2025-01-20",
        "2022-02-24/.., 2025-01-21, 2022-02-24, 2025-01-21",
        "2022-02-24/.., 2025, 2022-02-24, 2025-12-31",
        "2026/.., 2026-01-01, 2026-01-01, 2026-01-01",
        "../2021, 2025, 0001-01-01, 2021-12-31"
    })
    void aPeriodIsARunOfDays(String text, String said, LocalDate first, LocalDate last) {
        assertThat(Period.parse(text)).hasToString(text);
        assertThat(Period.parse(text).days(PartialDate.parse(said))).contains(new Days(first, last));
    }

    @Test
    void noDayIsLeftOfAPeriodSaidBeforeItBegan() {
        assertThat(Period.parse("2026/..").days(PartialDate.parse("2025"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../.., malformed_period",
        ".., malformed_period",
        "2024/, malformed_period",
        "/2024, malformed_period",
        "/, malformed_period",
        "a/b/c, malformed_period",
        "2024/2025/2026, malformed_period",
        "2025/2024, period_reversed",
        "2025-01-02/2025-01-01, period_reversed",
        "2025/2024-12-31, period_reversed",
        "2025-02-30, impossible_date",
        "2024/2025-13, impossible_date",
        "2025-1-5, malformed_date",
        "2024/2025?, malformed_date",
        "'2024/ 2025', malformed_date",
        "'', malformed_date"
    })
    void aPeriodIsRefusedByCode(String text, String code) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Period.parse(text))
                .matches(refusal -> refusal.code().equals(code));
    }

    @Test
    void anOpenEndIsNoDate() {
        assertThat(Period.parse("2024/..").end()).isEmpty();
        assertThat(Period.parse("../2024").start()).isEmpty();
        assertThat(Period.parse("2024").start()).isEqualTo(Period.parse("2024").end());
    }
}
