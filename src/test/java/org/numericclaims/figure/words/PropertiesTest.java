package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.numericclaims.figure.Unreadable;

/** What holds for any text and any number. */
class PropertiesTest {

    private static final RuleBasedNumberFormat SPELLED =
            new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

    private static final String GRAMMAR = """
            a an and one two forty-three hundred thousand million lakh dozen dozens half quarter quarters of third in \
            between from to or - – ± about over at least under up more than no fewer almost just few several couple \
            5 10 1,000 2024 .5 3.50 1/4 ½ % $ € USD dollars times fold twice m k bn May 3rd F-16 2.1.3 + . , ( ) \
            minus -odd so rose people point 5m as many 0 1'2 1.2.3-4/5""";

    @Property
    void anyTextIsReadOrRefusedWithNothingLost(@ForAll @StringLength(max = 300) String text) {
        readOrRefused(text);
    }

    @Property
    void soIsAnyHeapOfGrammarWords(@ForAll("heaps") String text) {
        readOrRefused(text);
    }

    @Property(tries = 100)
    void theLongestTextTakesNoTime(@ForAll("words") String word) {
        var text = (word + " ").repeat(2000 / (word.length() + 1));
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> readOrRefused(text));
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> readOrRefused(word.repeat(2000 / word.length())));
    }

    @Property
    void digitsInThreesReadBack(@ForAll @LongRange(max = 999_999_999_999_999L) long number) {
        var commas = String.format(Locale.ROOT, "%,d", number);
        for (var space : List.of(",", " ", "\u00a0", "\u2009", "\u202f")) {
            assertThat(read(commas.replace(",", space))).isEqualByComparingTo(BigDecimal.valueOf(number));
        }
    }

    @Property
    void spelledNumbersReadBack(@ForAll @IntRange(max = 999_999) int number) {
        assertThat(read(SPELLED.format(number))).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(GRAMMAR.split("\\s+"));
    }

    @Provide
    Arbitrary<String> heaps() {
        return words().list()
                .ofMaxSize(40)
                .flatMap(list -> Arbitraries.of("", " ").map(gap -> String.join(gap, list)));
    }

    private static BigDecimal read(String words) {
        return FigureReader.whole(words, UnitHint.NONE, word -> false).figure();
    }

    private static void readOrRefused(String text) {
        for (var unit : List.of(UnitHint.NONE, Shown.PEOPLE, Shown.hint("%"), Shown.hint("USD"))) {
            try {
                var reading = FigureReader.first(text, unit);
                assertThat(reading.before() + reading.text() + reading.after()).isEqualTo(text);
            } catch (Unreadable refusal) {
                assertThat(refusal.code()).matches("[a-z_]+");
                assertThat(refusal.getMessage()).endsWith(".");
            }
        }
    }
}
