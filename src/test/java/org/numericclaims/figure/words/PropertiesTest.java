package org.numericclaims.figure.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

    @Property
    void theWordsOfAReadingAloneGiveTheSameFigure(@ForAll("statements") String text) {
        var reading = FigureReader.first("They lost " + text + " of it", UnitHint.NONE);
        assertThat(Shown.first(reading.text(), UnitHint.NONE)).isEqualTo(Shown.line(reading));
        assertThat(FigureReader.whole(reading.text(), UnitHint.NONE, word -> false)
                        .text())
                .isEqualTo(reading.text());
    }

    @Property
    void neutralWordsOnEitherSideChangeNothing(
            @ForAll("statements") String text, @ForAll("leads") String lead, @ForAll("tails") String tail) {
        assertThat(Shown.first(lead + text + tail, UnitHint.NONE)).isEqualTo(Shown.first(text, UnitHint.NONE));
    }

    @Property
    void upperCaseChangesNothing(@ForAll("statements") String text) {
        assertThat(Shown.first(text.toUpperCase(Locale.ROOT), UnitHint.NONE))
                .isEqualTo(Shown.first(text, UnitHint.NONE));
    }

    @Property
    void aWordBetweenAQualifierAndItsNumberNeverLosesIt(
            @ForAll("bounds") String bound,
            @ForAll("adjectives") String adjective,
            @ForAll @IntRange(min = 2) int number) {
        assertThat(Shown.first(bound + " " + adjective + " " + number, UnitHint.NONE))
                .isIn("number_ambiguous", "too_many_digits");
    }

    @Property
    void aSecondNumberBelowTheFirstIsNeverLeftOut(
            @ForAll @IntRange(min = 2, max = 999) int first,
            @ForAll @IntRange(min = 1, max = 999) int second,
            @ForAll("scales") String scale,
            @ForAll("links") String link) {
        assertThat(Shown.first(first + " " + scale + link + second, UnitHint.NONE))
                .isEqualTo("range_reversed");
    }

    @Provide
    Arbitrary<String> statements() {
        var qualifiers = Arbitraries.of(("|about |almost |well over |at least |fewer than |up to about |exactly "
                        + "|no more than |not less than |just under |> |~|some |between 2 and |from 1 to |1–")
                .split("\\|"));
        var numbers = Arbitraries.of(
                ("5|1,000|12 000|434,000|2.5 million|$5|US$5bn|€1.20|5%|5 per cent|half a million|two hundred and five|"
                                + "a dozen|12.5 lakh|5 million dollars|tenfold|3 times|2½|forty-three thousand|5k|Rs 500")
                        .split("\\|"));
        return Combinators.combine(qualifiers, numbers)
                .as((qualifier, number) -> qualifier + number)
                .filter(text -> Shown.first(text, UnitHint.NONE).matches("-?\\d.*"));
    }

    @Provide
    Arbitrary<String> leads() {
        return Arbitraries.of(
                "They lost ", "In 2024 the army had ", "“", "(", "F-16s hit ", "Officials said: ", "On 5 May, ");
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of(
                "", ".", " soldiers", ", they said", "”", ")", " in all", ", and 7 dogs", "; 9 were found");
    }

    @Provide
    Arbitrary<String> bounds() {
        return Arbitraries.of("at least|over|more than|up to|almost|fewer than|about|no more than".split("\\|"));
    }

    @Provide
    Arbitrary<String> adjectives() {
        return Arbitraries.of("another|a further|an additional|a mere|a staggering|the reported|perhaps".split("\\|"));
    }

    @Provide
    Arbitrary<String> scales() {
        return Arbitraries.of("thousand", "million", "bn", "crore");
    }

    @Provide
    Arbitrary<String> links() {
        return Arbitraries.of(" to ", "–", " or ", " - ", " through ");
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
