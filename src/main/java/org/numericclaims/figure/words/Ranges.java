package org.numericclaims.figure.words;

/** Two amounts that are the ends of one figure. */
final class Ranges {

    static final int STRANGE_NOUN = 3;

    private final Tokens tokens;
    private final Amounts amounts;
    private final Qualifiers qualifiers;
    private final Nouns nouns;
    private final Changes changes;

    Ranges(Tokens tokens, Amounts amounts, Qualifiers qualifiers, Nouns nouns) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.qualifiers = qualifiers;
        this.nouns = nouns;
        this.changes = new Changes(tokens);
    }

    /** "between a and b", from the index of a; null where there are no two. */
    Found between(int i) {
        var joined = between(i, false);
        return joined != null && joined.high().compareTo(joined.low()) >= 0 ? joined : ordered(i, between(i, true));
    }

    Found ordered(int i, Found range) {
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
        return link ? join(i, first, second(at + 1, first)) : null;
    }

    /** "a to b", "a–b", "a or b", "a ± b" behind an amount that began at i; null where it stands alone. */
    Found behind(int i, Amount first) {
        int at = link(first.end());
        var link = tokens.word(at);
        if (link.equals("±") || link.equals("+") && tokens.between(at, at + 3).equals("+/-")) {
            return around(first, amounts.read(link.equals("±") ? at + 1 : at + 3, true));
        }
        if (!Tokens.isDash(link) && !link.matches("to|or|through") || changes.fromTo(i)) {
            return null;
        }
        var second = second(at + 1, first);
        var range = join(i, first, second);
        boolean same = range != null && range.low().compareTo(range.high()) == 0;
        if (same || range != null && link.equals("to") && changes.by(i)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, range.end()));
        }
        return ordered(i, range);
    }

    /** Behind the noun, be it the unit's or one that both ends name ("5 km to 7 km"). */
    int link(int end) {
        int at = nouns.behind(end);
        for (int k = 1; at == end && k <= STRANGE_NOUN && isOfNoun(end + k - 1); k++) {
            boolean link = tokens.word(end + k).matches("and|to|or|through") || Tokens.isDash(tokens.word(end + k));
            var second = link ? amounts.read(behindAny(end + k + 1), true) : null;
            var noun = tokens.words(end, end + k);
            at = second != null && tokens.match(second.end(), noun) > 0 ? end + k : at;
        }
        return at;
    }

    private boolean isOfNoun(int i) {
        return tokens.isWord(i) || tokens.word(i).matches("[°/²³]");
    }

    /** The amount at i, where its scale letter may be money's because the first of the two is money. */
    Amount second(int i, Amount first) {
        boolean money = first != null && first.prefixed();
        return amounts.read(behindMild(i), true, money);
    }

    /** Behind the qualifiers at i, but not behind a bound: that would be one of this end only. */
    int behindMild(int i) {
        int at = i;
        for (var found = qualifiers.before(at); found != null && !isBound(found); ) {
            at = found.end();
            found = qualifiers.before(at);
        }
        return at;
    }

    private static boolean isBound(Qualifiers.Match match) {
        return match.qualifier() != null && Qualifiers.isBound(match.qualifier());
    }

    private int behindAny(int i) {
        int at = i;
        for (var found = qualifiers.before(at); found != null; found = qualifiers.before(at)) {
            at = found.end();
        }
        return at;
    }

    Found join(int i, Amount first, Amount second) {
        if (second == null || first.unlike(second)) {
            return null;
        }
        boolean share = first.unit() == null && "%".equals(second.unit()) && !isPercent(second.end() - 1);
        if (share || first.ambiguousBeside(second) || first.number().fraction() && "%".equals(second.unit())) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, second.end()));
        }
        boolean smaller = first.unit() != null || first.value().compareTo(second.value()) <= 0;
        if (second.unit() != null && !smaller) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, second.end()));
        }
        var unit = second.unit() == null ? first.unit() : second.unit();
        return Found.between(first.beside(second), second.value(), unit, second.end());
    }

    /** The last word of a percentage, not of a share ("one to two in ten"). */
    private boolean isPercent(int i) {
        return tokens.word(i).matches("%|percent|pc|cent");
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
}
