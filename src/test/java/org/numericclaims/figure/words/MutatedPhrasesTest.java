package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.numericclaims.Mutations;
import org.numericclaims.figure.Unreadable;

/** Phrases that are read, with slips in them: the seeds are fixed, so that each run reads the same ones. */
class MutatedPhrasesTest {

    private static final String LETTERS = "0123456789 .,-–+%$€£½/²'’()\"\n\t\u00a0\u2009\u200bkmbKMBaeiotnlésÅ٣²½🇺";

    private static final String PHRASES = """
            434,000|1 000|-5%|3.50 %|1.0 million|2.5 million|$3.2bn|US$ 1.50 billion|€5m|£1,234.50|12.5 lakh|forty-three
            two hundred and five|twelve hundred|two point five million|a million and a half|half a million|two dozen
            three quarters of a million|almost a million|just under 1,000|not quite 20|close to 90 %|well over 300
            slightly more than 2,000|at least 1,200|no fewer than 12|60 or more|≥18|as few as 3|fewer than 30|<0.5
            up to 30,000|as many as 45|some 300|an estimated 9,000|c. 650|~40k|exactly 217|up to about 500|half of them
            between 10 and 20 thousand|10–20%|from 5 to 7|900 to 1 million|100 ± 4|millions|tens of thousands
            several hundred|one in four|doubled|more than tenfold|In 2024 about 80 died|the 3rd unit lost 14
            about 7% to $2bn|just over half a dozen|500+|a couple of hundred|over 10 but under 20|30–40,000|1.234.567
            On 5 May 2024 they lost 12 F-16s, 2.1.3 and 1/4 of the rest|minus five point nought two crore|2 1/2 times""";

    @Property(tries = 1_000, seed = "1")
    void aPhraseWithASlipIsReadOrRefusedWithNothingLost(@ForAll("phrases") String phrase, @ForAll Random random) {
        var text = Mutations.of(phrase, LETTERS, random);
        for (var unit : List.of(UnitHint.NONE, Shown.PEOPLE, Shown.hint("%"), Shown.hint("km"), Shown.hint("EUR"))) {
            try {
                var reading = FigureReader.first(text, unit);
                assertThat(reading.before() + reading.text() + reading.after()).isEqualTo(text);
                assertThat(reading.text()).isNotBlank();
            } catch (Unreadable refusal) {
                assertThat(refusal.code()).matches("[a-z_]+");
                assertThat(refusal.getMessage()).endsWith(".");
            }
        }
    }

    @Property(tries = 600, seed = "2")
    void whatIsReadWholeIsReadTheSameWhereverItStands(@ForAll("phrases") String phrase, @ForAll Random random) {
        var text = Mutations.of(phrase, LETTERS, random);
        var whole = Shown.whole(text, Shown.PEOPLE);
        if (whole.matches("-?\\d.*")) {
            assertThat(Shown.first(text, Shown.PEOPLE)).as(text).isEqualTo(whole);
        }
    }

    @Property(tries = 600, seed = "3")
    void allFiguresOfATextAreFoundOneBehindTheOther(@ForAll("phrases") String phrase, @ForAll Random random) {
        var text = phrase + " and " + Mutations.of(phrase, LETTERS, random);
        for (int left = text.length() + 1; !text.isBlank(); left--) {
            assertThat(left).as("readings of " + text).isPositive();
            try {
                text = FigureReader.first(text, UnitHint.NONE).after();
            } catch (Unreadable refusal) {
                text = "";
            }
        }
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(PHRASES.split("[|\n]"));
    }
}
