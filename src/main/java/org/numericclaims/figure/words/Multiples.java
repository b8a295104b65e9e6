package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.Map;

/** "Twice", "doubled", "tenfold", "3 times". */
record Multiples(Tokens tokens, UnitHint hint) {

    private static final Map<String, String> MULTIPLES =
            Map.of("twice", "2", "thrice", "3", "doubled", "2", "tripled", "3", "quadrupled", "4", "halved", "0.5");
    private static final Map<String, String> COMPARING = Map.of("double", "2", "triple", "3", "half", "0.5");

    /** The index behind "times" or "fold" there; that index itself where neither stands. */
    int behind(int end) {
        if (word(end).matches("times|fold")) {
            return end + 1;
        }
        return Tokens.isDash(word(end)) && tokens.glued(end) && word(end + 1).equals("fold") ? end + 2 : end;
    }

    /** The multiple that one word names, or null. */
    Amount read(int i) {
        var word = word(i);
        var value = MULTIPLES.get(word);
        boolean compares = word(i + 1).matches("as|the|that") || "times".equals(hint.name());
        if (value == null && compares && !Words.isOrdinalUnit(word(i - 1))) {
            value = COMPARING.get(word);
        }
        if (value == null && word.endsWith("fold")) {
            var folded = word.substring(0, word.length() - 4);
            int small = Math.max(Words.small(folded), Words.tens(folded));
            value = small > 0 ? Integer.toString(small) : folded.equals("hundred") ? "100" : null;
        }
        return value == null ? null : new Amount(Numeral.of(new BigDecimal(value), null, i + 1), "times", false, i + 1);
    }

    private String word(int i) {
        return tokens.word(i);
    }
}
