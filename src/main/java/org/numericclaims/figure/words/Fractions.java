package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.text.Normalizer;

/** Halves, quarters and their like, in words, as one character or with a slash. */
final class Fractions {

    private final Tokens tokens;
    private final Digits digits;
    private final Scales scales;

    Fractions(Tokens tokens, Digits digits, Scales scales) {
        this.tokens = tokens;
        this.digits = digits;
        this.scales = scales;
    }

    /** The fraction at i, with the scale it is of ("half a million"), or null. */
    Numeral read(int i) {
        var bare = bare(i);
        return bare == null ? null : ofScale(i, bare);
    }

    /** The fraction at i without any scale, or null. */
    Numeral bare(int i) {
        var sign = sign(i);
        if (sign != null) {
            return sign;
        }
        var slashed = slashed(i);
        return slashed != null ? slashed : worded(i);
    }

    private Numeral sign(int i) {
        var parts = Normalizer.normalize(tokens.word(i), Normalizer.Form.NFKC).split("\u2044");
        boolean vulgar = parts.length == 2 && tokens.at(i).end() - tokens.at(i).start() == 1;
        return vulgar ? ratio(new BigDecimal(parts[0]), new BigDecimal(parts[1]), i, i + 1) : null;
    }

    private Numeral slashed(int i) {
        boolean pair = tokens.isDigits(i)
                && tokens.word(i + 1).equals("/")
                && tokens.glued(i + 1)
                && tokens.isDigits(i + 2)
                && tokens.glued(i + 2);
        if (!pair) {
            return null;
        }
        var top = digits.read(i).value();
        var bottom = digits.read(i + 2).value();
        if (top.compareTo(bottom) >= 0) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, i + 3));
        }
        return ratio(top, bottom, i, i + 3);
    }

    private Numeral worded(int i) {
        boolean one = Words.isArticle(tokens.word(i)) || tokens.word(i).equals("one");
        int top = one ? 1 : top(i);
        if (top < 0) {
            return isHalf(i) || isBarePartOfScale(i) ? ratio(BigDecimal.ONE, part(i), i, i + 1) : null;
        }
        int at = Tokens.isDash(tokens.word(i + 1)) && tokens.glued(i + 2) ? i + 2 : i + 1;
        int part = Words.part(tokens.word(at));
        boolean plural = tokens.word(at).endsWith("s");
        boolean fits = part > 0 && ((top == 1) == !plural || at > i + 1 && !plural);
        return fits ? ratio(BigDecimal.valueOf(top), BigDecimal.valueOf(part), i, at + 1) : null;
    }

    private int top(int i) {
        return tokens.word(i).matches("\\d") ? Integer.parseInt(tokens.word(i)) : Words.small(tokens.word(i));
    }

    private boolean isHalf(int i) {
        boolean compound = tokens.glued(i + 1) && Tokens.isDash(tokens.word(i + 1)) && scales.word(i + 2) == null;
        var before = tokens.word(Tokens.isDash(tokens.word(i - 1)) && tokens.glued(i) ? i - 2 : i - 1);
        boolean ordinal = Words.isOrdinalUnit(before) || before.matches("last|latter|other");
        return tokens.word(i).equals("half")
                && !compound
                && !ordinal
                && !tokens.word(i + 1).equals("past");
    }

    private boolean isBarePartOfScale(int i) {
        int at = tokens.word(i + 1).equals("of") ? i + 2 : i + 1;
        boolean scale = Words.isArticle(tokens.word(at)) && scales.word(at + 1) != null;
        return tokens.word(i).equals("quarter") && (scale || scales.word(i + 1) != null);
    }

    private BigDecimal part(int i) {
        return BigDecimal.valueOf(Words.part(tokens.word(i)));
    }

    private Numeral ofScale(int start, Numeral bare) {
        int at = bare.end();
        at = tokens.word(at).equals("of") ? at + 1 : at;
        at = Words.isArticle(tokens.word(at)) || tokens.word(at).equals("one") ? at + 1 : at;
        at = Tokens.isDash(tokens.word(at)) && tokens.glued(at) ? at + 1 : at;
        if (scales.word(at) != null) {
            var whole = scales.scaled(Numeral.of(BigDecimal.ONE, null, at), false);
            return new Numeral(
                    bare.value().multiply(whole.value()),
                    bare.part().multiply(whole.value()),
                    whole.value(),
                    bare.value(),
                    false,
                    whole.end());
        }
        boolean percent = at > bare.end() && tokens.word(at).matches("percent|per|pc|%");
        return percent ? Numeral.of(bare.value(), bare.part(), at) : bare;
    }

    private Numeral ratio(BigDecimal top, BigDecimal bottom, int from, int to) {
        try {
            var part = top.signum() == 0 ? BigDecimal.ONE : BigDecimal.ONE.divide(bottom);
            return new Numeral(top.divide(bottom), part, BigDecimal.ONE, top.divide(bottom), true, to);
        } catch (ArithmeticException endless) {
            throw Refusal.NOT_A_DECIMAL.of(tokens.between(from, to));
        }
    }
}
