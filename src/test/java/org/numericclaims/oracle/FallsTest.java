package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle on four years of daily totals. */
class FallsTest {

    @Test
    void eachOfThe13DaysOnWhichATotalFallsContradictsTheDayBefore() {
        var daily = Daily.of("equipment.json", "falls", true);
        assertThat(daily.falls()).hasSize(13);
        assertThat(contradicted(daily)).hasSize(13);
    }

    @Test
    void where920MayBe915Only11Do() {
        assertThat(contradicted(Daily.of("equipment.json", "falls", false))).hasSize(11);
    }

    @Test
    void thePersonnelNeverFallsBack() {
        var daily = Daily.of("personnel.json", "falls", true);
        assertThat(daily.falls()).isEmpty();
    }

    private static List<Daily.Fall> contradicted(Daily daily) {
        var contradicted = new ArrayList<Daily.Fall>();
        for (var fall : daily.falls()) {
            var before = daily.imagined(fall.subject(), fall.before());
            var after = daily.imagined(fall.subject(), fall.after());
            if (OraclePairing.of(before, after).verdict().equals(OraclePairing.CONTRADICT)) {
                contradicted.add(fall);
            }
        }
        return contradicted;
    }
}
