package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phrases that must be read just so. */
class MustHoldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            434,000                        → 434000
            1\u2009000                     → 1000
            -5%                            → -5 %
            3.50 %                         → 3.5 r0.01 %
            1.0 million                    → 1000000 r100000
            2.5 million                    → 2500000
            $3.2bn                         → 3200000000 USD
            US$ 1.50 billion               → 1500000000 r10000000 USD
            €5m                            → 5000000 EUR
            £1,234.50                      → 1234.5 r0.01 GBP
            12.5 lakh                      → 1250000
            forty-three                    → 43
            two hundred and five           → 205
            twelve hundred                 → 1200
            two point five million         → 2500000
            a million and a half           → 1500000 r500000
            half a million                 → 500000
            three quarters of a million    → 750000 r250000
            two dozen                      → 24 r12
            almost a million               → 1000000 almost
            just under 1,000               → 1000 almost
            not quite 20                   → 20 almost
            close to 90 %                  → 90 almost %
            well over 300                  → 300 over
            slightly more than 2,000       → 2000 over
            at least 1,200                 → 1200 at_least
            no fewer than 12               → 12 at_least
            60 or more                     → 60 at_least
            ≥18                            → 18 at_least
            as few as 3                    → 3 at_least
            fewer than 30                  → 30 under
            <0.5                           → 0.5 under
            up to 30,000                   → 30000 at_most
            as many as 45                  → 45 at_most
            some 300                       → 300 about
            an estimated 9,000             → 9000 about
            c. 650                         → 650 about
            ~40k                           → 40000 about
            exactly 217                    → 217 exactly
            up to about 500                → 500 at_most
            between 10 and 20 thousand     → 10000–20000
            10–20%                         → 10–20 %
            from 5 to 7                    → 5–7
            900 to 1 million               → 900–1000000
            100 ± 4                        → 96–104
            millions                       → 1000000–10000000
            tens of thousands              → 10000–100000
            several hundred                → 300–1000
            half of them                   → 50 %
            one in four                    → 25 r25 %
            doubled                        → 2 times
            more than tenfold              → 10 over times
            In 2024 about 80 died          → 80 about
            the 3rd unit lost 14           → 14
            about 7% to $2bn               → 7 about %
            just over half a dozen         → 6 r6 over
            """)
    void isRead(String words, String figure) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(figure);
    }
}
