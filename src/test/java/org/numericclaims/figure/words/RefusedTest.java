package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Better a refusal than a wrong number. */
class RefusedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', nullValues = "-", textBlock = """
            few                            → -      → figure_vague
            many of them                   → -      → figure_vague
            a couple of people             → people → figure_vague
            a third                        → -      → not_a_decimal
            two thirds of them             → -      → not_a_decimal
            1/3                            → -      → not_a_decimal
            one in three                   → -      → not_a_decimal
            1.234.567                      → -      → number_ambiguous
            1,5                            → -      → number_ambiguous
            12,34,567                      → -      → number_ambiguous
            1'234                          → -      → number_ambiguous
            1’234                          → -      → number_ambiguous
            1.234,50                       → -      → number_ambiguous
            1,234 567                      → -      → number_ambiguous
            ١٢٣                            → -      → number_ambiguous
            1٬234                          → -      → number_ambiguous
            3×10^6                         → -      → number_ambiguous
            10²                            → -      → number_ambiguous
            1e5                            → -      → number_ambiguous
            1.234                          → people → number_ambiguous
            5m                             → -      → number_ambiguous
            5 m                            → km     → number_ambiguous
            8 million 250                  → -      → number_ambiguous
            hundred and five               → -      → number_ambiguous
            twenty twenty                  → -      → number_ambiguous
            500+ million                   → -      → number_ambiguous
            five or so million             → -      → number_ambiguous
            30–40,000                      → -      → number_ambiguous
            over 10 but under 20           → -      → two_bounds
            10 or more but under 20        → -      → two_bounds
            at least 10 or less            → -      → two_bounds
            more than 10 to 20             → -      → two_bounds
            over a few hundred             → -      → two_bounds
            between 20 and 10              → -      → range_reversed
            between 10 killed and 20       → -      → number_ambiguous
            between 5 or 7                 → -      → number_ambiguous
            between 10 dead and 20 hurt    → -      → number_ambiguous
            over 10 tanks but under 20     → -      → two_bounds
            at least 10 killed, but at most 20 → -      → two_bounds
            between a quarter and half of all → -      → number_ambiguous
            half to 60%                    → -      → number_ambiguous
            5.2 ± 0.3 million              → -      → number_ambiguous
            200 ± 4%                       → -      → number_ambiguous
            never more than 5              → -      → number_ambiguous
            isn't more than 5              → -      → number_ambiguous
            not many more than 5           → -      → number_ambiguous
            no more or less than 5         → -      → number_ambiguous
            without exceeding 5            → -      → number_ambiguous
            not exactly 5                  → -      → number_ambiguous
            one-and-a-half million         → -      → number_ambiguous
            two-hundred                    → -      → number_ambiguous
            20- to 30,000                  → -      → number_ambiguous
            two- to three-fold             → -      → number_ambiguous
            thirty-fivefold                → -      → number_ambiguous
            1-in-4                         → -      → number_ambiguous
            point five                     → -      → number_ambiguous
            two point fifty                → -      → number_ambiguous
            2 point 5                      → -      → number_ambiguous
            $5                             → EUR    → unit_differs
            half of them                   → people → unit_differs
            millions of dollars            → EUR    → unit_differs
            in 2024                        → -      → no_figure
            since 1995                     → -      → no_figure
            nothing at all                 → -      → no_figure
            no one                         → -      → no_figure
            """)
    void isRefused(String words, String unit, String code) {
        assertThat(Shown.first(words, Shown.hint(unit))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            etwa 500                       → unread_rest
            2.5 million or so maybe        → unread_rest
            over 818,000 tanks             → unread_rest
            5 and 6                        → unread_rest
            in 2024                        → no_figure
            few                            → figure_vague
            over 818,000 people            → 818000 over people
            over 818,000.                  → 818000 over people
            `  about 5,000 soldiers. `     → 5000 about people
            60 people or more              → 60 at_least people
            5 people to 7 people           → 5–7 people
            at least 10 people but no more than 20 people → 10–20 people
            one                            → 1 people
            one people                     → 1 people
            two point five million         → 2500000 people
            2024                           → 2024 people
            """)
    void aClaimsWordsAreReadWhole(String words, String reading) {
        assertThat(Shown.whole(words, Shown.PEOPLE)).isEqualTo(reading);
    }
}
