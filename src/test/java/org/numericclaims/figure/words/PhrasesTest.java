package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules one by one: a phrase, the request's unit, what is read. */
class PhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', nullValues = "-", textBlock = """
            1 000 000                      → -      → 1000000
            1\u00a0000                     → -      → 1000
            1\u202f000                     → -      → 1000
            .5                             → -      → 0.5
            −5                             → -      → -5
            - 5                            → -      → -5
            minus-5                        → -      → -5
            minus five                     → -      → -5
            negative 12                    → -      → -12
            -$5m                           → -      → -5000000 USD
            1.234                          → USD    → 1.234 USD
            1.234 million                  → people → 1234000 people
            two lakh crore                 → -      → 2000000000000
            three crores                   → -      → 30000000
            two millions                   → -      → 2000000
            a dozen                        → -      → 12 r12
            three score                    → -      → 60 r20
            5 mln                          → -      → 5000000
            5 bn.                          → -      → 5000000000
            5tn                            → -      → 5000000000000
            5 M                            → -      → 5000000
            5m                             → people → 5000000 people
            $5mm                           → -      → 5000000 USD
            5mm                            → -      → 5
            32m2                           → -      → 32
            32m2                           → people → 32 people
            5m euros                       → -      → 5000000 EUR
            nought                         → -      → 0
            3 million 200 thousand         → -      → 3200000
            3 hundred and 21               → -      → 321
            a hundred and one              → -      → 101
            two million five               → -      → 2000005
            one hundred thousand           → -      → 100000
            two and a half million         → -      → 2500000 r500000
            one and a half million         → -      → 1500000 r500000
            2 1/2                          → -      → 2.5 r0.5
            2½                             → -      → 2.5 r0.5
            ½                              → -      → 0.5
            1/4                            → -      → 0.25 r0.25
            1/4 of them                    → -      → 25 r25 %
            half                           → %      → 50 %
            half a percent                 → -      → 0.5 %
            half a million                 → %      → 500000 %
            three-quarters of a million    → -      → 750000 r250000
            9 out of 10                    → -      → 90 %
            1 in every 4                   → -      → 25 r25 %
            two and three-quarter million  → -      → 2750000 r250000
            10 fold                        → -      → 10 times
            3 in 10 days                   → -      → 3
            5 in 2024                      → -      → 5
            more than half the men         → times  → 0.5 over times
            half as many                   → -      → 0.5 times
            twice                          → -      → 2 times
            double the number              → -      → 2 times
            double                         → times  → 2 times
            three times more               → -      → 3 times
            10-fold                        → -      → 10 times
            2 or 3 times                   → -      → 2–3 times
            A$5                            → -      → 5 AUD
            HK$5                           → -      → 5 HKD
            $5                             → CAD    → 5 CAD
            $5 CAD                         → -      → 5 CAD
            Rs. 500                        → -      → 500 INR
            Rs 5 crore                     → -      → 50000000 INR
            RM500                          → -      → 500 MYR
            USD 5 million                  → -      → 5000000 USD
            5 million US dollars           → -      → 5000000 USD
            5 Swiss francs                 → -      → 5 CHF
            500 €                          → -      → 500 EUR
            $80                            → USD per barrel → 80 USD per barrel
            5 dollars 20 cents             → -      → 5 USD
            7 per cent                     → -      → 7 %
            7 pc                           → -      → 7 %
            7 percentage points            → -      → 7
            """)
    void numbers(String words, String unit, String reading) {
        assertThat(Shown.first(words, Shown.hint(unit))).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            about 5                        → 5 about
            around 5                       → 5 about
            roughly 5                      → 5 about
            approximately 5                → 5 about
            approx. 5                      → 5 about
            circa 5                        → 5 about
            ca. 5                          → 5 about
            ≈5                             → 5 about
            in the region of 5             → 5 about
            on the order of 5              → 5 about
            barely 5                       → 5 about
            5 or so                        → 5 about
            40-odd                         → 40 about
            40ish                          → 40 about
            40-ish                         → 40 about
            40, give or take               → 40 about
            nearly 5                       → 5 almost
            approaching 5                  → 5 almost
            just short of 5                → 5 almost
            shy of 5                       → 5 almost
            greater than 5                 → 5 over
            above 5                        → 5 over
            exceeding 5                    → 5 over
            topping 5                      → 5 over
            in excess of 5                 → 5 over
            upwards of 5                   → 5 over
            north of 5                     → 5 over
            >5                             → 5 over
            500+                           → 500 over
            no less than 5                 → 5 at_least
            a minimum of 5                 → 5 at_least
            as little as 5                 → 5 at_least
            >= 5                           → 5 at_least
            5 and more                     → 5 at_least
            5 and counting                 → 5 at_least
            lower than 5                   → 5 under
            south of 5                     → 5 under
            at most 5                      → 5 at_most
            as much as 5                   → 5 at_most
            not more than 5                → 5 at_most
            a maximum of 5                 → 5 at_most
            <=5                            → 5 at_most
            5 or less                      → 5 at_most
            5 or fewer                     → 5 at_most
            5 or above                     → 5 at_least
            one or more                    → 1 at_least
            exactly one                    → 1 exactly
            c.650                          → 650 about
            precisely 5                    → 5 exactly
            500,000 to the man             → 500000 r1
            far more than 5                → 5 over
            just 5                         → 5
            only 5                         → 5
            a record 5                     → 5
            a total of 5                   → 5
            at least almost 5              → 5 at_least
            exactly about 5                → 5 about
            at least 10 but at most 20     → 10–20
            no more than 20 and no fewer than 10 → 10–20
            """)
    void qualifiers(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            5 - 7                          → 5–7
            5 — 7                          → 5–7
            5 through 7                    → 5–7
            5 km to 7 km                   → 5–7
            5km-7km                        → 5–7
            between 5 km and 7 km          → 5–7
            from 10 tanks to 20 tanks      → 10–20
            rose from 5 km to 7 km         → 5
            millions of dollars            → 1000000–10000000 USD
            5 or 6                         → 5–6
            5k-10k                         → 5000–10000
            2 million-3 million            → 2000000–3000000
            half a million to a million    → 500000–1000000
            one or two                     → 1–2
            one or two hundred             → 100–200
            between 5% and 7%              → 5–7 %
            5% to 7%                       → 5–7 %
            $5–7                           → 5–7 USD
            $10 to $20 million             → 10000000–20000000 USD
            between two hundred and three thousand → 200–3000
            between two hundred and five and three hundred → 205–300
            about 5 to 7                   → 5–7
            rose from 5 to 7               → 5
            fell from 7 to 5               → 7
            -5 to -3                       → -5–-3
            dozens                         → 12–120
            hundreds of thousands          → 100000–1000000
            a few dozen                    → 36–120
            a few thousand                 → 3000–10000
            a couple of hundred            → 200 about
            several million dollars        → 3000000–10000000 USD
            """)
    void ranges(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            on 5 May 2024 it lost 14       → 14
            on May 5, 2024 it lost 14      → 14
            in May 2024 it lost 14         → 14
            on 2024-05-01 it lost 14       → 14
            on 1.5.2024 it lost 14         → 14
            at 10:30 it lost 14            → 14
            at 5 pm it lost 14             → 14
            from 2022 to 2024 it lost 14   → 14
            between 2022 and 2024 it lost 14 → 14
            in the 1990s it lost 14        → 14
            an F-16 hit 14                 → 14
            the G7 sent 14                 → 14
            version 2.1.3 had 14           → 14
            call +44 20 7946 0958 for 14   → 14
            see https://example.org/5 for 14 → 14
            the two hundredth lost 14      → 14
            the twenty-first lost 14       → 14
            one of them lost 14            → 14
            in 2022 and 2023 it lost 14    → 14
            2024                           → 2024
            """)
    void skipped(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @Test
    void withoutAUnitItIsReadAllTheSame() {
        assertThat(FigureReader.first("over 5 km", null).unit()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            In 2024 about 80 died|In 2024 |about 80| died
            over 5 km away||over 5| km away
            well over 300 soldiers||well over 300| soldiers
            it cost $3.2bn.|it cost |$3.2bn|.
            about 7% to $2bn||about 7%| to $2bn
            """)
    void theRestIsKept(String words, String before, String text, String after) {
        var reading = FigureReader.first(words, UnitHint.NONE);
        assertThat(reading.before().strip()).isEqualTo(before == null ? "" : before.strip());
        assertThat(reading.text()).isEqualTo(text);
        assertThat(reading.after().strip()).isEqualTo(after.strip());
    }
}
