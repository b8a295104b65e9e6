package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # qualifier | figure           | to   | best | rounded | field      | code
                    plain       | 1e31             | -    | -    | -       | figure     | figure_out_of_range
                    plain       | 1.1e30           | -    | -    | -       | figure     | figure_out_of_range
                    plain       | 1e400            | -    | -    | -       | figure     | figure_out_of_range
                    plain       | -1e400           | -    | -    | -       | figure     | figure_out_of_range
                    plain       | 1e-400           | -    | -    | -       | figure     | figure_out_of_range
                    plain       | 9e-19            | -    | -    | -       | figure     | figure_out_of_range
                    plain       | 1234567890123456 | -    | -    | -       | figure     | too_many_digits
                    between     | 1                | 1e31 | -    | -       | figure_to  | figure_out_of_range
                    between     | 1                | 5    | 1e31 | -       | best       | figure_out_of_range
                    plain       | 0                | -    | -    | 1e-19   | rounded_to | figure_out_of_range
                    plain       | 1                | 2    | -    | -       | figure_to  | figure_to_without_between
                    between     | 1                | -    | -    | -       | figure_to  | figure_to_missing
                    between     | 2                | 1    | -    | -       | figure_to  | range_reversed
                    plain       | 5                | -    | -    | 0       | rounded_to | not_positive
                    plain       | 5                | -    | -    | -1      | rounded_to | not_positive
                    plain       | 5                | -    | -    | 2       | rounded_to | not_a_multiple
                    plain       | 3.5              | -    | -    | 0.2     | rounded_to | not_a_multiple
                    about       | 5                | -    | 5    | -       | best       | best_without_between
                    between     | 1                | 5    | 6    | -       | best       | best_outside_range
                    between     | 1                | 5    | 0    | -       | best       | best_outside_range
                    under       | 0                | -    | -    | -       | figure     | empty_interval
                    almost      | 0                | -    | -    | -       | figure     | empty_interval
                    """)
    void oneFaultHasItsCodeAndField(
            String qualifier,
            BigDecimal figure,
            BigDecimal to,
            BigDecimal best,
            BigDecimal rounded,
            String field,
            String code) {
        var said = new Figure(figure, to, best, Qualifier.of(qualifier).orElseThrow(), rounded);
        assertThat(said.faults(true)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.detail()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # qualifier | figure               | to     | best   | rounded
                    plain       | 1e30                 | -      | -      | -
                    plain       | -1e30                | -      | -      | -
                    plain       | 1e-18                | -      | -      | -
                    plain       | 12345678901234500000 | -      | -      | -
                    plain       | 0.1234567890123450   | -      | -      | -
                    plain       | 0                    | -      | -      | 7
                    plain       | 3.5                  | -      | -      | 0.01
                    between     | 150000               | 200000 | 175000 | -
                    between     | 5                    | 5      | 5      | -
                    """)
    void theEdgesAreAllowed(String qualifier, BigDecimal figure, BigDecimal to, BigDecimal best, BigDecimal rounded) {
        assertThat(new Figure(figure, to, best, Qualifier.of(qualifier).orElseThrow(), rounded).faults(true))
                .isEmpty();
    }

    @Test
    void allFaultsComeAtOnce() {
        var figure =
                new Figure(new BigDecimal("1e31"), BigDecimal.ONE, BigDecimal.ONE, Qualifier.PLAIN, BigDecimal.ZERO);
        assertThat(figure.faults(false))
                .extracting(Fault::code)
                .containsExactly(
                        "figure_out_of_range", "figure_to_without_between", "best_without_between", "not_positive");
    }

    @Test
    void aMeasureMayLieBelowZero() {
        assertThat(new Figure(BigDecimal.ZERO, null, null, Qualifier.UNDER, null).faults(false))
                .isEmpty();
    }

    @Test
    void aLongNumberHasTooManyDigitsEvenOfManyThousand() {
        var figure = new Figure(new BigDecimal("0." + "1".repeat(50_000)), null, null, Qualifier.PLAIN, null);
        assertThat(figure.faults(false)).extracting(Fault::code).containsExactly("too_many_digits");
    }
}
