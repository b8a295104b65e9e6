package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that is not the dollar or the pound for looking like it, and parts of the asked unit. */
class UnknownMoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', nullValues = "-", textBlock = """
            R$5                                  → -      → number_ambiguous
            R$5 million                          → -      → number_ambiguous
            NT$5                                 → -      → number_ambiguous
            MX$5                                 → -      → number_ambiguous
            Z$5                                  → -      → number_ambiguous
            IR£5                                 → -      → number_ambiguous
            ₩5bn                                 → -      → number_ambiguous
            5 ₩                                  → -      → number_ambiguous
            50 cents                             → USD    → unit_differs
            50p                                  → GBP    → unit_differs
            5 percentage points                  → %      → unit_differs
            5 basis points                       → %      → unit_differs
            50 cents                             → -      → 50
            5 percentage points                  → -      → 5
            """)
    void isRefused(String words, String unit, String reading) {
        assertThat(Shown.first(words, Shown.hint(unit))).isEqualTo(reading);
    }
}
