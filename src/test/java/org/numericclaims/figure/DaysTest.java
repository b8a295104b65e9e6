package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final Days YEAR_2024 = days("2024-01-01", "2024-12-31");

    @Test
    void aSharedDayIsAnOverlap() {
        assertThat(YEAR_2024.overlaps(days("2024-12-31", "2025-01-01"))).isTrue();
        assertThat(YEAR_2024.overlaps(days("2025-01-01", "2025-01-01"))).isFalse();
        assertThat(days("2023-01-01", "2023-12-31").overlaps(YEAR_2024)).isFalse();
    }

    @Test
    void allDaysMustLieWithin() {
        assertThat(YEAR_2024.within(YEAR_2024)).isTrue();
        assertThat(YEAR_2024.within(days("2024-01-02", "2024-12-31"))).isFalse();
        assertThat(YEAR_2024.within(days("2024-01-01", "2024-12-30"))).isFalse();
    }

    @Test
    void aCutKeepsTheSharedDays() {
        Days war = days("2022-02-24", "2025-01-21");
        assertThat(days("2022-01-01", "2023-12-31").cut(war)).contains(days("2022-02-24", "2023-12-31"));
        assertThat(YEAR_2024.cut(war)).contains(YEAR_2024);
        assertThat(days("2021-01-01", "2022-02-23").cut(war)).isEmpty();
    }

    @Test
    void theLastDayNeverLiesBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> days("2025-01-02", "2025-01-01"));
        assertThat(Days.between(YEAR_2024.last(), YEAR_2024.first())).isEmpty();
    }

    private static Days days(String first, String last) {
        return new Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
