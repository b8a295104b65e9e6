package org.numericclaims.figure.words;

import org.numericclaims.figure.Qualifier;

/** Two amounts that are the ends of one figure. */
final class Ranges {

    private static final String CHANGED = "(?:rise|rose|risen|fall|fell|fallen|grow|grew|grown|increase|decrease|drop"
            + "|climb|jump|decline|soar|surge|plunge|shrink|shrank|slip|slid|slide|sink|sank|expand|widen|narrow|change"
            + "|move|swell|go|went|gone|up|down|raise|cut|reduce|tumble|double|triple)"
            + "(?:s|d|ed|ped|es|ing|ping|n)?";

    private static final int STRANGE_NOUN = 2;

    private final Tokens tokens;
    private final Amounts amounts;
    private final Qualifiers qualifiers;
    private final Nouns nouns;

    Ranges(Tokens tokens, Amounts amounts, Qualifiers qualifiers, Nouns nouns) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.qualifiers = qualifiers;
        this.nouns = nouns;
    }

    /** "between a and b", from the index of a; null where there are no two. */
    Found between(int i) {
        var joined = between(i, false);
        return joined != null && joined.high().compareTo(joined.low()) >= 0 ? joined : ordered(i, between(i, true));
    }

    private Found ordered(int i, Found range) {
        if (range != null && range.high().compareTo(range.low()) < 0) {
            throw Refusal.RANGE_REVERSED.of(tokens.between(i, range.end()));
        }
        return range;
    }

    private Found between(int i, boolean and) {
        var first = amounts.read(i, and);
        if (first == null) {
            return null;
        }
        int at = link(first.end());
        boolean link = tokens.word(at).matches("and|to") || Tokens.isDash(tokens.word(at));
        return link ? join(i, first, second(at + 1)) : null;
    }

    /** "a to b", "a–b", "a or b", "a ± b" behind an amount that began at i; null where it stands alone. */
    Found behind(int i, Amount first) {
        int at = link(first.end());
        var link = tokens.word(at);
        if (link.equals("±") || link.equals("+") && tokens.between(at, at + 3).equals("+/-")) {
            return around(first, amounts.read(link.equals("±") ? at + 1 : at + 3, true));
        }
        boolean dash = Tokens.isDash(link);
        if (!dash && !link.matches("to|or|through") || isChange(i)) {
            return null;
        }
        var range = join(i, first, second(at + 1));
        if (range == null || range.high().compareTo(range.low()) >= 0) {
            return range;
        }
        return dash ? ordered(i, range) : null;
    }

    /** Behind the noun, be it the unit's or one that both ends name ("5 km to 7 km"). */
    private int link(int end) {
        int at = nouns.behind(end);
        for (int k = 1; at == end && k <= STRANGE_NOUN && tokens.isWord(end + k - 1); k++) {
            boolean link = tokens.word(end + k).matches("and|to|or|through") || Tokens.isDash(tokens.word(end + k));
            var second = link ? second(end + k + 1) : null;
            var noun = tokens.words(end, end + k);
            at = second != null && tokens.match(second.end(), noun) > 0 ? end + k : at;
        }
        return at;
    }

    /** "over 10 tanks but under 20": whether the second bound is of tanks too is not said. */
    private void refuseStrange(int i, Qualifier qualifier, int end) {
        for (int k = 1; nouns.behind(end) == end && k <= STRANGE_NOUN && tokens.isWord(end + k - 1); k++) {
            int at = tokens.word(end + k).equals(",") ? end + k + 1 : end + k;
            var other = tokens.word(at).equals("but") ? qualifiers.before(at + 1) : null;
            boolean bound = other != null && isBound(other.qualifier());
            if (bound && isUpper(qualifier) != isUpper(other.qualifier()) && second(other.end()) != null) {
                throw Refusal.TWO_BOUNDS.of(tokens.between(i, other.end() + 1));
            }
        }
    }

    /** "at least a but at most b", behind the first of them; null where no second bound follows. */
    Found bounded(int i, Amount first, Qualifier qualifier, int end) {
        refuseStrange(i, qualifier, end);
        int at = nouns.behind(end);
        at = tokens.word(at).equals(",") ? at + 1 : at;
        at = tokens.word(at).matches("but|and|or") ? at + 1 : at;
        var other = at > nouns.behind(end) ? qualifiers.before(at) : null;
        var second = other == null || !isBound(other.qualifier()) ? null : second(other.end());
        if (second == null || isUpper(qualifier) == isUpper(other.qualifier())) {
            return null;
        }
        boolean closed = !isOpen(qualifier) && !isOpen(other.qualifier());
        var range = isUpper(qualifier) ? join(i, second, first) : join(i, first, second);
        if (!closed || range == null) {
            throw Refusal.TWO_BOUNDS.of(tokens.between(i, second.end()));
        }
        return ordered(i, Found.between(range.low(), range.high(), range.unit(), second.end()));
    }

    private static boolean isBound(Qualifier qualifier) {
        return qualifier != null && Qualifiers.isBound(qualifier);
    }

    private static boolean isUpper(Qualifier qualifier) {
        return qualifier == Qualifier.UNDER || qualifier == Qualifier.AT_MOST;
    }

    private static boolean isOpen(Qualifier qualifier) {
        return qualifier == Qualifier.UNDER || qualifier == Qualifier.OVER;
    }

    private Amount second(int i) {
        int at = i;
        for (var found = qualifiers.before(at); found != null && !isBound(found.qualifier()); ) {
            at = found.end();
            found = qualifiers.before(at);
        }
        return amounts.read(at, true);
    }

    private Found join(int i, Amount first, Amount second) {
        if (second == null || first.unlike(second)) {
            return null;
        }
        if (first.ambiguousBeside(second) || first.number().fraction() && "%".equals(second.unit())) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, second.end()));
        }
        boolean smaller = first.unit() != null || first.value().compareTo(second.value()) <= 0;
        if (second.unit() != null && !smaller) {
            return null;
        }
        var unit = second.unit() == null ? first.unit() : second.unit();
        return Found.between(first.beside(second), second.value(), unit, second.end());
    }

    private static Found around(Amount first, Amount margin) {
        if (margin == null || first.unlike(margin) && first.unit() != null && margin.unit() != null) {
            return null;
        }
        boolean named = margin.unit() != null && first.unit() == null;
        if (margin.number().scaled() && !first.number().scaled() || named && "%".equals(margin.unit())) {
            throw Refusal.NUMBER_AMBIGUOUS.of(
                    "± " + Rounding.plain(margin.value()).toPlainString());
        }
        var half = margin.value().abs();
        var middle = first.beside(margin);
        var unit = margin.unit() == null ? first.unit() : margin.unit();
        return Found.between(middle.subtract(half), middle.add(half), unit, margin.end());
    }

    /** From a to b after a verb of change: where it began and where it ended, not a range. */
    private boolean isChange(int i) {
        int from = tokens.word(i).equals("from") ? i : i - 1;
        if (!tokens.word(from).equals("from")) {
            return false;
        }
        for (int k = from - 1; k >= 0 && !tokens.word(k).matches("[.;!?]"); k--) {
            if (tokens.word(k).matches(CHANGED)) {
                return true;
            }
        }
        return false;
    }
}
