package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days, times of day and names with numbers are skipped, and nothing else. */
class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            5 to 7 May: 14 died                  → 14
            5–7 May 2024: 14 died                → 14
            5 and 7 May: 14 died                 → 14
            5, 6 and 7 May: 14 died              → 14
            from 5 to 7 May 14 died              → 14
            between 5 and 7 May 14 died          → 14
            from 5 May to 7 June 14 died         → 14
            May 5 to 7, 14 died                  → 14
            from May 5-7, 14 died                → 14
            on May 5 and 6, 14 died              → 14
            5-May-2024: 14 died                  → 14
            5 MAY 2024: 14 DIED                  → 14
            5 may 2024: 14 died                  → 14
            5 JUNE: 14 DIED                      → 14
            1 to 5pm: 14 died                    → 14
            at half past five 14 died            → 14
            at five o'clock 14 died              → 14
            an 8-year-old and 14 others          → 14
            a twenty-five-year-old and 14 others → 14
            under Article 5, 14 died             → 14
            Covid 19 killed 14                   → 14
            on COP 29 it spent $14               → 14 USD
            #5 lost 14                           → 14
            """)
    void areSkipped(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            5 May have died                      → 5
            5 may die                            → 5
            5 march on                           → 5
            a total of 2000 died in 14 attacks   → 2000
            upwards of 2000 people               → 2000 over
            of 2000 soldiers 14 died             → 14
            on May 5 and 6 in Kyiv 14 died       → number_ambiguous
            In 2024 -5                           → number_ambiguous
            """)
    void areNotMistaken(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }
}
