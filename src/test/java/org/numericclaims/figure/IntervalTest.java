package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "10, 20, 2, 4, 2.5, 10",
        "-20, -10, 2, 4, -10, -2.5",
        "10, 20, -4, -2, -10, -2.5",
        "10, 20, 0, 4, 2.5,",
        "0, 0, 2, 4, 0, 0",
        "10, 20, 0, 0, ,",
        "0, 0, 0, 0, ,",
        "10, 20, -1, 4, ,",
        ", 20, 2, 4, , 10",
        "10, , 2, , 0,",
    })
    void aRatioToZeroHasNoEnd(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal d, BigDecimal low, BigDecimal high) {
        var ratio = interval(a, b).dividedBy(interval(c, d));
        assertThat(ratio.low()).usingComparator(IntervalTest::compare).isEqualTo(low);
        assertThat(ratio.high()).usingComparator(IntervalTest::compare).isEqualTo(high);
    }

    private static Interval interval(BigDecimal low, BigDecimal high) {
        return new Interval(low, low == null, high, high == null);
    }

    private static int compare(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b);
    }
}
