package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleRatioTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [2, 4]   | [1, 2]   | [1, 4]
            (2, 4]   | [1, 2)   | (1, 4]
            (2, …)   | [1, 2]   | (1, …)
            [2, 4]   | [1, …)   | (0, 4]
            [0, 4]   | [1, …)   | [0, 4]
            [2, 4]   | [0, 2]   | [1, …)
            [0, 0]   | [0, 2]   | [0, 0]
            [-4, 2]  | [1, 2]   | [-4, 2]
            [-4, -2] | [1, 2]   | [-4, -1]
            [2, 4]   | [-2, -1] | [-4, -1]
            [2, 4]   | [-2, 1]  | (…, …)
            (…, 4]   | [2, 2]   | (…, 2]
            """)
    void aRatioIsTheSmallestIntervalThatHoldsAll(String a, String b, String ratio) {
        assertThat(OracleRatio.of(stretch(a), stretch(b)).orElseThrow()).isEqualTo(stretch(ratio));
    }

    @Test
    void thereIsNoneToNothing() {
        assertThat(OracleRatio.of(stretch("[2, 4]"), stretch("[0, 0]"))).isEmpty();
    }

    private static Stretch stretch(String text) {
        var ends = text.substring(1, text.length() - 1).split(", ");
        return new Stretch(end(ends[0]), text.startsWith("("), end(ends[1]), text.endsWith(")"));
    }

    private static BigDecimal end(String text) {
        return text.equals("…") ? null : new BigDecimal(text);
    }
}
