package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that say how a number was stated but are in no table: never read as a plain figure. */
class UnlistedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            does not exceed 5                    → number_ambiguous
            did not exceed 5                     → number_ambiguous
            doesn't exceed 5                     → number_ambiguous
            exceeds 5                            → number_ambiguous
            topped 5,000                         → number_ambiguous
            surpassed 5,000                      → number_ambiguous
            neared 5,000                         → number_ambiguous
            virtually 5,000                      → number_ambiguous
            as high as 5,000                     → number_ambiguous
            maximum of 5                         → number_ambiguous
            max. 5                               → number_ambiguous
            at the very least 5                  → number_ambiguous
            at best 5                            → number_ambiguous
            upward of 5                          → number_ambiguous
            beyond 5                             → number_ambiguous
            within 5 km                          → number_ambiguous
            perhaps 5                            → number_ambiguous
            greater than or equal to 5           → number_ambiguous
            equal to or greater than 5           → number_ambiguous
            more or less 5                       → number_ambiguous
            ±5                                   → number_ambiguous
            page 5                               → number_ambiguous
            No. 5                                → number_ambiguous
            number 5                             → number_ambiguous
            at least another 14                  → number_ambiguous
            more than a mere 5                   → number_ambiguous
            over a staggering 500                → number_ambiguous
            not almost 5                         → number_ambiguous
            not five                             → number_ambiguous
            not even 5                           → number_ambiguous
            hardly 5                             → number_ambiguous
            wasn't 5                             → number_ambiguous
            nor 5                                → number_ambiguous
            rather than 5                        → number_ambiguous
            all but 5                            → number_ambiguous
            in the past 5 days                   → 5
            within 24 hours 300 died             → 24
            """)
    void inFront(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            5 or thereabouts                     → number_ambiguous
            5 or higher                          → number_ambiguous
            5 or higher                          → number_ambiguous
            5 and over                           → number_ambiguous
            €5 million-plus                      → number_ambiguous
            5-plus                               → number_ambiguous
            500 plus                             → number_ambiguous
            5 at least                           → number_ambiguous
            5 at most                            → number_ambiguous
            5, roughly                           → number_ambiguous
            5 plus or minus 2                    → number_ambiguous
            5 +- 2                               → number_ambiguous
            5 and change                         → number_ambiguous
            5 exactly                            → number_ambiguous
            5 more or less                       → number_ambiguous
            20, if not more                      → number_ambiguous
            20 or possibly more                  → number_ambiguous
            5 and rising                         → number_ambiguous
            5 short of 20                        → number_ambiguous
            half as much again                   → number_ambiguous
            a fifth person                       → number_ambiguous
            4x                                   → number_ambiguous
            4 x 5                                → number_ambiguous
            5‰                                   → number_ambiguous
            5 trn                                → number_ambiguous
            5 Mio                                → number_ambiguous
            5 grand                              → number_ambiguous
            $5T                                  → number_ambiguous
            5-per-cent                           → number_ambiguous
            5 million-dollar houses              → number_ambiguous
            one- to two-year                     → number_ambiguous
            three quarter million                → number_ambiguous
            500 155mm shells                     → number_ambiguous
            """)
    void behind(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }
}
