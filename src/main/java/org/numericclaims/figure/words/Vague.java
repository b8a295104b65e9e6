package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.Set;

/** "Dozens", "several hundred", "a couple of thousand": words that name a scale and no number. */
final class Vague {

    /** Both ends of what such words span; the same where they come to about one number. */
    record Span(BigDecimal low, Amount high, boolean about) {}

    private static final BigDecimal FEW = new BigDecimal(3);
    private static final BigDecimal COUPLE = new BigDecimal(2);
    private static final Set<String> WORDS =
            Set.of("few", "several", "many", "most", "couple", "numerous", "countless", "scores", "dozens");

    private final Tokens tokens;
    private final Scales scales;
    private final Amounts amounts;

    Vague(Tokens tokens, UnitHint hint, Amounts amounts) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.scales = new Scales(tokens, hint, new Currencies(tokens, hint));
    }

    /** The span that the words at i name, or null. */
    Span read(int i) {
        int at = Words.isArticle(tokens.word(i)) ? i + 1 : i;
        return switch (tokens.word(at)) {
            case "few", "several" -> of(at + 1, FEW, BigDecimal.TEN);
            case "couple" -> of(tokens.word(at + 1).equals("of") ? at + 2 : at + 1, COUPLE, COUPLE);
            default -> plural(i);
        };
    }

    /** The first word that is too vague for any number, or null. */
    static String in(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (WORDS.contains(tokens.word(i))) {
                return tokens.word(i);
            }
        }
        return null;
    }

    private Span of(int at, BigDecimal low, BigDecimal high) {
        var scale = scales.scaled(Numeral.of(BigDecimal.ONE, null, at), false);
        if (scales.word(at) == null) {
            return null;
        }
        if (tokens.word(scale.end()).equals("of") && Words.plural(tokens.word(scale.end() + 1)) != null) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(at - 1, scale.end() + 2));
        }
        var top = Numeral.of(scale.value().multiply(high), scale.part(), scale.end());
        return new Span(scale.value().multiply(low), amounts.suffixed(top, null), low.equals(high));
    }

    private Span plural(int i) {
        var product = Words.plural(tokens.word(i));
        boolean rare = tokens.word(i).matches("tens|scores");
        if (product == null || rare && !tokens.word(i + 1).equals("of") && tokens.size() > 1) {
            return null;
        }
        int end = i + 1;
        while (tokens.word(end).equals("of") && Words.plural(tokens.word(end + 1)) != null) {
            product = product.multiply(Words.plural(tokens.word(end + 1)));
            end += 2;
        }
        var top = Numeral.of(product.multiply(BigDecimal.TEN), null, end);
        return new Span(product, named(top), false);
    }

    /** With the money that is named behind "of" ("millions of dollars"). */
    private Amount named(Numeral top) {
        boolean of = tokens.word(top.end()).equals("of");
        var money = amounts.suffixed(Numeral.of(top.value(), null, of ? top.end() + 1 : top.end()), null);
        return of && money.unit() == null ? amounts.suffixed(top, null) : money;
    }
}
