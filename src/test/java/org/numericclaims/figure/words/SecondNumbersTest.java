package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a second number behind the first makes of it: an end, another figure, or a doubt. */
class SecondNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            hundreds to thousands                → 100–10000
            from hundreds to thousands           → 100–10000
            between hundreds and thousands       → 100–10000
            dozens or hundreds of people         → 12–1000
            hundreds of thousands to millions    → 100000–10000000
            hundreds of thousands to millions of dollars → 100000–10000000 USD
            a few hundred to a few thousand      → 300–10000
            dozens to 200                        → 12–200
            200 to thousands                     → 200–10000
            thousands to hundreds                → range_reversed
            tens to hundreds of thousands        → number_ambiguous
            dozens or hundreds of thousands      → number_ambiguous
            a few to several hundred             → number_ambiguous
            a few hundreds of thousands          → number_ambiguous
            several tens of thousands            → number_ambiguous
            many thousands                       → number_ambiguous
            low thousands                        → number_ambiguous
            hundreds and hundreds                → number_ambiguous
            thousands upon thousands             → number_ambiguous
            """)
    void vagueScalesRangeFromTheLowOfTheFirstToTheHighOfTheSecond(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            10 to over 20                        → two_bounds
            10 to at least 20                    → two_bounds
            from 10 to more than 20              → two_bounds
            20 to fewer than 30                  → two_bounds
            20 or more than 30                   → two_bounds
            20+ to over 30                       → two_bounds
            more than 20 to fewer than 30        → two_bounds
            from under 20 to over 30             → two_bounds
            """)
    void aBoundOfOneEndOnlyIsNoRange(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            2 million to 3                       → range_reversed
            2 million–3                          → range_reversed
            from 2 million to 3                  → range_reversed
            2 million or 3                       → range_reversed
            $2 million to $3                     → range_reversed
            between 2 million and 3              → range_reversed
            a dozen or two                       → range_reversed
            voted 52 to 48                       → range_reversed
            minus 3 to minus 5                   → range_reversed
            fifty-fifty                          → number_ambiguous
            10 to 5%                             → number_ambiguous
            2–3 million                          → 2000000–3000000
            2 or 3 million                       → 2000000–3000000
            two to three hundred                 → 200–300
            $1.2-1.5bn                           → 1200000000–1500000000 USD
            $10m-20m                             → 10000000–20000000 USD
            1.2bn–1.5bn                          → 1200000000–1500000000
            5°C to 7°C                           → 5–7
            10 km/h to 20 km/h                   → 10–20
            """)
    void theSecondIsNotBelowTheFirst(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            fell from 12 to 5                    → 12
            plummeted from 12 to 5               → 12
            growth from 5 to 12                  → 5
            ranged from 5 to 12                  → 5–12
            up to 30 fell, ranging from 5 to 12  → 30 at_most
            rose 5 to 12                         → number_ambiguous
            rose by 5 to 12                      → number_ambiguous
            rose sharply by 5 to 12              → number_ambiguous
            rose 5–12 %                          → 5–12 %
            rose by between 5 and 12             → 5–12
            from 5 tanks to 7                    → number_ambiguous
            """)
    void aChangeIsNoRange(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            hundreds, if not thousands           → number_ambiguous
            20 if not 30                         → number_ambiguous
            thousands of people, possibly tens of thousands → number_ambiguous
            5 died, maybe 6                      → number_ambiguous
            half or more of them                 → number_ambiguous
            first-half profit of $5m             → 5000000 USD
            20, maybe 30                         → number_ambiguous
            20, perhaps 30                       → number_ambiguous
            20 and possibly 30                   → number_ambiguous
            20 or even 30                        → number_ambiguous
            20, or 30                            → number_ambiguous
            20, 30 or 40                         → number_ambiguous
            at least 20 and possibly 30          → number_ambiguous
            20ish to 30                          → number_ambiguous
            minus 5 to plus 3                    → number_ambiguous
            """)
    void aNumberThatMayBeTheTrueOneIsADoubt(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            8 million and 250                    → number_ambiguous
            8 million and 250 tanks              → number_ambiguous
            two thousand and 30 others           → number_ambiguous
            two hundred and 30                   → number_ambiguous
            8 million and 250 thousand           → 8250000
            5 thousand and 20                    → 5020
            $5 million and 300 tanks             → 5000000 USD
            """)
    void digitsBehindAScaleMayBelongToIt(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            one person in four                   → number_ambiguous
            one soldier in five was killed       → number_ambiguous
            three people in ten                  → number_ambiguous
            3 men out of 10                      → number_ambiguous
            nine of every ten                    → number_ambiguous
            one of every four                    → number_ambiguous
            4 for every 1,000                    → number_ambiguous
            4 deaths for every 1,000 births      → number_ambiguous
            5 per 1,000                          → number_ambiguous
            12 per 100,000 people                → number_ambiguous
            15 in 100                            → number_ambiguous
            30 in every 100                      → number_ambiguous
            1/4 of 1%                            → number_ambiguous
            a quarter of 1 percent               → number_ambiguous
            one to two in ten                    → number_ambiguous
            one killed in 5 attacks              → 5
            three people in 10 days              → 3
            1 in 4 million                       → 0.000025 r0.000025 %
            three in ten                         → 30 %
            """)
    void aShareOrRateSaidOtherwiseIsADoubt(String words, String reading) {
        assertThat(Shown.first(words, UnitHint.NONE)).isEqualTo(reading);
    }
}
