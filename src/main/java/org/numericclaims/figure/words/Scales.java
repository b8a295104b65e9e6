package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.Map;

/** The scale words and letters that may follow a number. */
final class Scales {

    private static final Map<String, Integer> LETTERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("mn", 6),
            Map.entry("mln", 6),
            Map.entry("mil", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("bln", 9),
            Map.entry("tn", 12),
            Map.entry("tln", 12));

    private final Tokens tokens;
    private final UnitHint hint;
    private final Currencies currencies;

    Scales(Tokens tokens, UnitHint hint, Currencies currencies) {
        this.tokens = tokens;
        this.hint = hint;
        this.currencies = currencies;
    }

    /** The number with all scales behind it multiplied in. */
    Numeral scaled(Numeral number, boolean money) {
        var scaled = number;
        for (var word = word(scaled.end()); word != null; word = word(scaled.end())) {
            scaled = scaled.times(word, Words.isLot(tokens.word(scaled.end())), scaled.end() + 1);
        }
        var letter = letter(scaled.end(), money);
        return letter == null ? scaled : scaled.times(letter, false, scaled.end() + 1);
    }

    /** The scale that the word at i names, or null. */
    BigDecimal word(int i) {
        return Words.scale(tokens.word(i));
    }

    private BigDecimal letter(int i, boolean moneyBefore) {
        var letter = tokens.word(i);
        boolean wide = !tokens.glued(i) && tokens.gap(i).length() != 1;
        if (wide || !tokens.isWord(i) || isPartOfMore(i + 1)) {
            return null;
        }
        if (LETTERS.containsKey(letter)) {
            return BigDecimal.ONE.movePointRight(LETTERS.get(letter));
        }
        boolean money = moneyBefore || currencies.asked() || currencies.after(i + 1) != null;
        boolean million = letter.equals("mm") && money || letter.equals("m") && isMillion(i, money);
        return million ? BigDecimal.ONE.movePointRight(6) : null;
    }

    private boolean isMillion(int i, boolean money) {
        if (tokens.at(i).text().equals("M") || money) {
            return true;
        }
        if (tokens.glued(i + 1) && "/^²³'’".contains(tokens.word(i + 1))) {
            return false;
        }
        boolean stop = tokens.word(i + 1).equals(".") && i + 2 < tokens.size();
        if (hint.name() == null || hint.length() || stop) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(Math.max(0, i - 1), i + 1));
        }
        return true;
    }

    /** A digit right behind the letter, or a dot within a word ("32m2", "p.m."); a full stop is none. */
    private boolean isPartOfMore(int next) {
        if (!tokens.glued(next)) {
            return false;
        }
        boolean dotted = tokens.word(next).equals(".")
                && tokens.glued(next + 1)
                && tokens.at(next + 1).kind() != Tokens.Kind.MARK;
        return tokens.isDigits(next) || dotted || tokens.isWord(next) || "²³".contains(tokens.word(next));
    }
}
