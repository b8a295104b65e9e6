package org.numericclaims.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.numericclaims.claim.Words.Term;

class WordsTest {

    @Test
    void wordsPhrasesAndExclusionsAreToldApart() {
        assertThat(Words.in("almost  \"a million\" -wounded -\"no one\" anti-tank"))
                .containsExactly(
                        new Term("almost", false, false),
                        new Term("a million", true, false),
                        new Term("wounded", false, true),
                        new Term("no one", true, true),
                        new Term("anti-tank", false, false));
    }

    @Test
    void aPhraseGoesOnToTheEndWhereItHasNone() {
        assertThat(Words.in("killed\"in the war"))
                .containsExactly(new Term("killed", false, false), new Term("in the war", true, false));
    }

    @Test
    void aLoneHyphenBelongsToNothing() {
        assertThat(Words.in("- killed")).containsExactly(new Term("killed", false, false));
    }

    @Property
    void whateverIsSentEveryTermHasALetterOrNumber(@ForAll @StringLength(max = 500) String text) {
        assertThat(Words.in(text))
                .allSatisfy(term -> assertThat(term.text()).containsPattern("[\\p{L}\\p{N}]"))
                .doesNotHaveDuplicates();
    }

    @Property
    void wordsComeBackAsTheyWereSent(
            @ForAll @NotEmpty List<@CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 9) String> words) {
        assertThat(Words.in(String.join(" ", words)))
                .extracting(Term::text)
                .containsExactlyElementsOf(words.stream().distinct().toList());
        assertThat(Words.in("-\"" + String.join(" ", words) + '"'))
                .containsExactly(new Term(String.join(" ", words), true, true));
    }
}
