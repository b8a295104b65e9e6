package org.numericclaims.figure.words;

import java.util.Arrays;
import java.util.List;

/** A list of phrases to look for among tokens, on either side of a place. */
record Phrasebook(List<List<String>> phrases) {

    /** Written with | between the phrases. */
    static Phrasebook of(String phrases) {
        return new Phrasebook(
                Arrays.stream(phrases.split("\\|")).map(Tokens::words).toList());
    }

    /** The index behind the longest phrase that begins at i; i itself where none does. */
    int behind(Tokens tokens, int i) {
        return phrases.stream().mapToInt(phrase -> tokens.match(i, phrase)).max().stream()
                .map(end -> Math.max(end, i))
                .findFirst()
                .orElse(i);
    }

    /** The index of the longest phrase that ends right before i; i itself where none does. */
    int before(Tokens tokens, int i) {
        return phrases.stream()
                .mapToInt(phrase -> i - phrase.size())
                .filter(start -> start >= 0)
                .filter(start -> phrases.contains(tokens.words(start, i)))
                .min()
                .orElse(i);
    }
}
