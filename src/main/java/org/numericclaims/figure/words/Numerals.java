package org.numericclaims.figure.words;

import java.math.BigDecimal;
import org.numericclaims.figure.words.Numeral.Mode;

/** Numbers in digits and in words, scales descending. */
final class Numerals {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Tokens tokens;
    private final UnitHint hint;
    private final Digits digits;
    private final Scales scales;
    private final Fractions fractions;

    Numerals(Tokens tokens, UnitHint hint, Scales scales) {
        this.tokens = tokens;
        this.hint = hint;
        this.scales = scales;
        this.digits = new Digits(tokens);
        this.fractions = new Fractions(tokens, digits, scales);
    }

    /** The number at i, or null where none begins. */
    Numeral read(int i, Mode mode) {
        var fraction = fractions.read(i);
        if (fraction != null) {
            return fraction;
        }
        var group = group(i, mode);
        if (group == null) {
            return null;
        }
        var mixed = mixed(group, mode);
        return mixed != null ? mixed : descending(i, group, mode);
    }

    /** Whether a number or a scale begins at i, so that one before it was not all. */
    boolean goesOn(int i) {
        return digits.startsAt(i) || Words.isCardinal(tokens.word(i)) || scales.word(i) != null;
    }

    private Numeral descending(int i, Numeral first, Mode mode) {
        var number = first;
        while (number.scaled()) {
            boolean and = mode.and() && tokens.word(number.end()).equals("and");
            int at = and ? number.end() + 1 : number.end();
            var next = Words.isArticle(tokens.word(at)) ? null : group(at, mode);
            if (next == null || !fits(i, number, next, and)) {
                break;
            }
            number = number.plus(next);
        }
        return number;
    }

    /** Bare digits belong to a hundred or a thousand that is in digits itself ("5 thousand and 20"). */
    private boolean fits(int i, Numeral number, Numeral next, boolean and) {
        boolean bare = tokens.isDigits(next.end() - 1) && !next.scaled();
        boolean joined = !bare || and && digits.startsAt(i) && number.scale().compareTo(THOUSAND) <= 0;
        return joined
                && next.value().compareTo(number.scale()) < 0
                && next.value().signum() > 0;
    }

    /** "a million and a half", "2 1/2", "one and a half million"; null where no fraction follows. */
    private Numeral mixed(Numeral whole, Mode mode) {
        boolean and = tokens.word(whole.end()).equals("and");
        if (and && !mode.and() || whole.part() != null && !Words.isLot(tokens.word(whole.end() - 1))) {
            return null;
        }
        int at = and ? whole.end() + 1 : whole.end();
        var fraction = and || !whole.scaled() && !tokens.isWord(at) ? fractions.bare(at) : null;
        if (fraction == null || !joins(at, fraction.end(), whole)) {
            return null;
        }
        var sum = new Numeral(
                whole.value().add(fraction.value().multiply(whole.scale())),
                fraction.part().multiply(whole.scale()),
                whole.scale(),
                whole.mantissa().add(fraction.value()),
                false,
                fraction.end());
        return whole.scaled() ? sum : scales.scaled(sum, mode.money());
    }

    private boolean joins(int from, int end, Numeral whole) {
        boolean scale = scales.word(end) != null;
        boolean article = Words.isArticle(tokens.word(end)) && scales.word(end + 1) != null;
        boolean bareHalf = tokens.word(from).equals("half") && !scale;
        return !tokens.word(end).equals("of") && !article && !bareHalf && !(scale && whole.scaled());
    }

    /** One number below its scales: "two hundred and five thousand", "3.5 million", "a dozen". */
    private Numeral group(int i, Mode mode) {
        var number = start(i);
        if (number == null) {
            return null;
        }
        if (scales.word(number.end()) != null && scales.word(number.end()).equals(HUNDRED)) {
            var hundreds = number.times(HUNDRED, false, number.end() + 1);
            number = withRest(i, hundreds, mode);
        }
        return scales.scaled(number, mode.money());
    }

    private Numeral withRest(int i, Numeral hundreds, Mode mode) {
        boolean and = tokens.word(hundreds.end()).equals("and");
        if (and && !mode.and()) {
            return hundreds;
        }
        int at = and ? hundreds.end() + 1 : hundreds.end();
        var rest = and && digits.startsAt(i) && digits.startsAt(at) ? literal(at) : below100(at);
        boolean fits = rest != null
                && rest.value().compareTo(HUNDRED) < 0
                && rest.value().signum() > 0;
        if (!fits || HUNDRED.equals(scales.word(rest.end())) || Words.isLot(tokens.word(rest.end()))) {
            return hundreds;
        }
        return Numeral.of(hundreds.value().add(rest.value()), rest.part(), rest.end());
    }

    private Numeral start(int i) {
        if (digits.startsAt(i)) {
            return literal(i);
        }
        if (Words.isArticle(tokens.word(i))) {
            boolean scale = scales.word(i + 1) != null && Words.plural(tokens.word(i + 1)) == null;
            return scale ? Numeral.of(BigDecimal.ONE, null, i + 1) : null;
        }
        var whole = below100(i);
        return whole == null ? null : point(whole);
    }

    private Numeral literal(int i) {
        var literal = digits.read(i);
        var value = literal.value();
        boolean scaled =
                scales.scaled(Numeral.of(value, null, literal.end()), true).scaled();
        boolean thousands = value.scale() == 3 && value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(THOUSAND) < 0;
        if (hint.count() && thousands && !literal.grouped() && !scaled) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, literal.end()));
        }
        return Numeral.of(value, literal.whole() ? null : value.ulp(), literal.end());
    }

    private Numeral below100(int i) {
        int small = Words.small(tokens.word(i));
        if (small >= 0) {
            return Numeral.of(BigDecimal.valueOf(small), null, i + 1);
        }
        int tens = Words.tens(tokens.word(i));
        if (tens < 0) {
            return null;
        }
        int at = Tokens.isDash(tokens.word(i + 1)) && tokens.glued(i + 1) && tokens.glued(i + 2) ? i + 2 : i + 1;
        int unit = Words.small(tokens.word(at));
        boolean both = unit > 0 && unit < 10;
        return Numeral.of(BigDecimal.valueOf(tens + (both ? unit : 0)), null, both ? at + 1 : i + 1);
    }

    private Numeral point(Numeral whole) {
        int at = whole.end();
        if (!tokens.word(at).equals("point")) {
            return whole;
        }
        var decimals = new StringBuilder(whole.value().toPlainString()).append('.');
        int end = at + 1;
        for (int digit = Words.small(tokens.word(end));
                digit >= 0 && digit < 10;
                digit = Words.small(tokens.word(end))) {
            decimals.append(digit);
            end++;
        }
        if (end == at + 1) {
            return whole;
        }
        var value = new BigDecimal(decimals.toString());
        return Numeral.of(value, value.ulp(), end);
    }
}
