package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {

    private final AnswerLines service = new AnswerLines();
    private final AnswerLines oracle = new AnswerLines();

    @Test
    void numbersMayDifferWhereTheirDigitsEnd() {
        service.line("gap", new BigDecimal("0.333333333333334"), null);
        oracle.line("gap", new BigDecimal("0.33333333333333333333"), null);
        assertThat(service.differences(oracle)).isEmpty();
    }

    @Test
    void whatDiffersIsToldWithBothAnswers() {
        service.line("gap", BigDecimal.ONE);
        service.line("open", BigDecimal.ONE);
        service.line("more");
        oracle.line("gap", BigDecimal.TEN);
        oracle.line("open", (BigDecimal) null);
        oracle.line("less");
        assertThat(service.differences(oracle))
                .containsExactly(
                        "service: gap [1], oracle: [10]",
                        "only the service: more []",
                        "service: open [1], oracle: [null]",
                        "only the oracle: less []");
    }

    @Test
    void aLineThatComesTwiceIsADifference() {
        service.line("pair");
        service.line("pair");
        oracle.line("pair");
        assertThat(service.differences(oracle)).containsExactly("only the service: twice: pair []");
    }
}
