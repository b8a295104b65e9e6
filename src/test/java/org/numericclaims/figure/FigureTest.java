package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static final String COUNTS = """
            # words                 | qualifier | figure  | to  | rounded | logical          | likely
            almost a million        | almost    | 1000000 | -   | -       | [800000, 999999] | [900000, 999999]
            over 818,000            | over      | 818000  | -   | -       | [818001, …)      | [818001, 819000]
            about 700,000           | about     | 700000  | -   | -       | [600000, 800000] | [650000, 750000]
            434,000                 | plain     | 434000  | -   | -       | [433500, 434500] | [433500, 434500]
            5                       | plain     | 5       | -   | -       | [5, 5]           | [5, 5]
            almost 3                | almost    | 3       | -   | -       | [2, 2]           | [2, 2]
            almost 5                | almost    | 5       | -   | -       | [4, 4]           | [4, 4]
            nearly 45,000           | almost    | 45000   | -   | -       | [44000, 44999]   | [44500, 44999]
            up to 30,000            | at_most   | 30000   | -   | -       | [0, 30000]       | [24000, 30000]
            under 50                | under     | 50      | -   | -       | [0, 49]          | [40, 49]
            half a million          | plain     | 500000  | -   | 500000  | [450000, 550000] | [450000, 550000]
            500+                    | over      | 500     | -   | -       | [501, …)         | [501, 600]
            a couple of hundred     | about     | 200     | -   | -       | [160, 240]       | [180, 220]
            3/4 of a million        | plain     | 750000  | -   | 250000  | [675000, 825000] | [675000, 825000]
            700,000 to the man      | plain     | 700000  | -   | 1       | [700000, 700000] | [700000, 700000]
            two dozen               | plain     | 24      | -   | 12      | [22, 26]         | [22, 26]
            exactly 217             | exactly   | 217     | -   | -       | [217, 217]       | [217, 217]
            at least 1,200          | at_least  | 1200    | -   | -       | [1200, …)        | [1200, 1300]
            between 10 and 20       | between   | 10      | 20  | -       | [10, 20]         | [10, 20]
            none                    | plain     | 0       | -   | -       | [0, 0]           | [0, 0]
            about 0                 | about     | 0       | -   | -       | [0, 1]           | [0, 0]
            at most 0               | at_most   | 0       | -   | -       | [0, 0]           | [0, 0]
            over 0                  | over      | 0       | -   | -       | [1, …)           | [1, 1]
            under 1                 | under     | 1       | -   | -       | [0, 0]           | [0, 0]
            a change of almost −5   | almost    | -5      | -   | -       | [-4, -4]         | [-4, -4]
            a change of under −5    | under     | -5      | -   | -       | (…, -6]          | [-6, -6]
            an average of under 2.5 | under     | 2.5     | -   | -       | [0, 2.5)         | [2.4, 2.5)
            an average of 0 to 1.5  | between   | 0       | 1.5 | -       | [0, 1.5]         | [0, 1.5]
            """;

    private static final String MEASURES = """
            # qualifier | figure | rounded | logical        | likely
            over        | 3.5    | -       | (3.5, …)       | (3.5, 3.6]
            plain       | 3.5    | -       | [3.45, 3.55]   | [3.45, 3.55]
            plain       | 3.5    | 0.01    | [3.495, 3.505] | [3.495, 3.505]
            about       | 1      | -       | [0.8, 1.2]     | [0.9, 1.1]
            almost      | 90     | -       | [80, 90)       | [85, 90)
            almost      | -5     | -       | (-5, -4]       | (-5, -4.5]
            over        | -5     | -       | (-5, …)        | (-5, -4]
            at_least    | -5     | -       | [-5, …)        | [-5, -4]
            under       | 50     | -       | (…, 50)        | [40, 50)
            at_most     | 50     | -       | (…, 50]        | [40, 50]
            plain       | 0      | -       | [-0.5, 0.5]    | [-0.5, 0.5]
            almost      | 0      | -       | [-1, 0)        | [-0.5, 0)
            under       | 0      | -       | (…, 0)         | [-1, 0)
            """;

    private static final boolean COUNT = true;
    private static final boolean MEASURE = false;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = COUNTS)
    void countsHaveWholeBounds(
            String words,
            String qualifier,
            BigDecimal figure,
            BigDecimal to,
            BigDecimal rounded,
            String logical,
            String likely) {
        var said = new Figure(figure, to, null, Qualifier.of(qualifier).orElseThrow(), rounded);
        assertThat(said.faults(COUNT)).isEmpty();
        assertThat(said.logical(COUNT)).hasToString(logical);
        assertThat(said.likely(COUNT)).hasToString(likely);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = MEASURES)
    void measuresHaveTheBoundsOfTheTable(
            String qualifier, BigDecimal figure, BigDecimal rounded, String logical, String likely) {
        var said = new Figure(figure, null, null, Qualifier.of(qualifier).orElseThrow(), rounded);
        assertThat(said.faults(MEASURE)).isEmpty();
        assertThat(said.logical(MEASURE)).hasToString(logical);
        assertThat(said.likely(MEASURE)).hasToString(likely);
    }

    @ParameterizedTest
    @CsvSource({"818000, 1000", "700000, 100000", "3.5, 0.1", "3.50, 0.1", "0, 1", "1000000, 200000", "3, 0.6"})
    void theGrainIsReadFromTheDigits(BigDecimal figure, BigDecimal grain) {
        assertThat(plain(figure).grain(MEASURE)).isEqualTo(grain);
    }

    @Test
    void theGrainOfAWholeCountIsAtLeastOne() {
        assertThat(plain(new BigDecimal("3")).grain(COUNT)).isEqualTo(BigDecimal.ONE);
        assertThat(plain(new BigDecimal("2.5")).grain(COUNT)).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void withoutAQualifierAFigureIsPlain() {
        assertThat(new Figure(BigDecimal.ONE, null, null, null, null).qualifier())
                .isEqualTo(Qualifier.PLAIN);
    }

    @Test
    void aRangeKnowsItsStatedWhole() {
        var range = new Figure(BigDecimal.ONE, BigDecimal.TEN, null, Qualifier.BETWEEN, null);
        assertThat(range.stated()).isEqualTo(Bounds.closed(BigDecimal.ONE, BigDecimal.TEN));
        assertThat(plain(BigDecimal.ONE).stated()).isEqualTo(Bounds.closed(BigDecimal.ONE, BigDecimal.ONE));
    }

    private static Figure plain(BigDecimal value) {
        return new Figure(value, null, null, Qualifier.PLAIN, null);
    }
}
