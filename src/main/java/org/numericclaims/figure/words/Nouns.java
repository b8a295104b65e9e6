package org.numericclaims.figure.words;

import java.util.function.Predicate;

/** The unit's own noun, where it stands between the words of a figure ("60 people or more"). */
record Nouns(Tokens tokens, Predicate<String> isUnitWord) {

    /** The index behind the noun at i; i itself where there is none. */
    int behind(int i) {
        for (int end = Math.min(i + 3, tokens.size()); end > i; end--) {
            if (tokens.isWord(i) && isUnitWord.test(tokens.between(i, end))) {
                return end;
            }
        }
        return i;
    }
}
