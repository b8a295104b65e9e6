package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureDigitsTest {

    private static final boolean COUNT = true;
    private static final boolean MEASURE = false;

    @ParameterizedTest
    @CsvSource({
        "about, 1e30, 8e29, 1.2e30, 9e29, 1.1e30",
        "plain, 0.123456789012345, 0.123456789012344, 0.123456789012346, 0.123456789012344, 0.123456789012346",
        "plain, -0.123456789012345, -0.123456789012346, -0.123456789012344, -0.123456789012346, -0.123456789012344"
    })
    void aBoundOfTooManyDigitsIsRoundedOutward(
            String qualifier,
            BigDecimal figure,
            BigDecimal low,
            BigDecimal high,
            BigDecimal likelyLow,
            BigDecimal likelyHigh) {
        var said = new Figure(figure, null, null, Qualifier.of(qualifier).orElseThrow(), null);
        assertThat(said.faults(MEASURE)).isEmpty();
        assertThat(said.logical(MEASURE)).isEqualTo(Bounds.closed(low, high));
        assertThat(said.likely(MEASURE)).isEqualTo(Bounds.closed(likelyLow, likelyHigh));
    }

    @Test
    void aCountOfFifteenDigitsIsNotRounded() {
        var figure = new BigDecimal("123456789012345");
        assertThat(plain(figure).logical(COUNT)).isEqualTo(Bounds.closed(figure, figure));
        assertThat(plain(figure).likely(COUNT)).isEqualTo(Bounds.closed(figure, figure));
    }

    @Test
    void aCountBelowAVastFigureIsRoundedUpToIt() {
        var figure = new BigDecimal("1e20");
        var almost = new Figure(figure, null, null, Qualifier.ALMOST, null);
        assertThat(almost.logical(COUNT)).isEqualTo(Bounds.closed(new BigDecimal("8e19"), figure));
        assertThat(almost.likely(COUNT)).isEqualTo(Bounds.closed(new BigDecimal("9e19"), figure));
    }

    @ParameterizedTest
    @CsvSource({"-0, 0", "0e9, 0", "0e-9, 0", "1e5, 100000", "100000.0, 100000", "-1.50, -1.5"})
    void aNumberHasOneWrittenForm(BigDecimal sent, String kept) {
        assertThat(plain(sent).value()).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1e1000000000", "1e-1000000000", "1e2147483647", "1e-2147483647"})
    void aHugeExponentIsRefusedAtOnceAndNeverExpanded(BigDecimal huge) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            var figure = new Figure(huge, huge, huge, Qualifier.BETWEEN, huge);
            assertThat(figure.faults(COUNT)).extracting(Fault::code).contains("figure_out_of_range");
            assertThatThrownBy(() -> figure.logical(COUNT)).isInstanceOf(IllegalStateException.class);
            assertThat(Bounds.atLeast(huge).isEmpty()).isFalse();
            assertThat(Bounds.atLeast(huge).overlaps(Bounds.atMost(BigDecimal.TEN)))
                    .isEqualTo(huge.compareTo(BigDecimal.TEN) < 0);
        });
    }

    private static Figure plain(BigDecimal value) {
        return new Figure(value, null, null, Qualifier.PLAIN, null);
    }
}
