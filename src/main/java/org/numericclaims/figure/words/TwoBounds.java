package org.numericclaims.figure.words;

import org.numericclaims.figure.Qualifier;

/** Two bounds of one figure: a range where both are closed ("at least 10 but at most 20"), else refused. */
final class TwoBounds {

    private final Tokens tokens;
    private final Qualifiers qualifiers;
    private final Nouns nouns;
    private final Ranges ranges;

    TwoBounds(Tokens tokens, Qualifiers qualifiers, Nouns nouns, Ranges ranges) {
        this.tokens = tokens;
        this.qualifiers = qualifiers;
        this.nouns = nouns;
        this.ranges = ranges;
    }

    /** "over 10 tanks but under 20": whether the second bound is of tanks too is not said. */
    private void refuseStrange(int i, Qualifier qualifier, int end) {
        for (int k = 1; nouns.behind(end) == end && k <= Ranges.STRANGE_NOUN && tokens.isWord(end + k - 1); k++) {
            int at = tokens.word(end + k).equals(",") ? end + k + 1 : end + k;
            var other = tokens.word(at).equals("but") ? qualifiers.before(at + 1) : null;
            boolean bound = other != null && isBound(other.qualifier());
            if (bound && isUpper(qualifier) != isUpper(other.qualifier()) && ranges.second(other.end(), null) != null) {
                throw Refusal.TWO_BOUNDS.of(tokens.between(i, other.end() + 1));
            }
        }
    }

    /** "at least a but at most b", behind the first of them; null where no second bound follows. */
    Found read(int i, Amount first, Qualifier qualifier, int end) {
        refuseStrange(i, qualifier, end);
        int at = nouns.behind(end);
        at = tokens.word(at).equals(",") ? at + 1 : at;
        at = tokens.word(at).matches("but|and|or") ? at + 1 : at;
        var other = at > nouns.behind(end) ? qualifiers.before(at) : null;
        var second = other == null || !isBound(other.qualifier()) ? null : ranges.second(other.end(), first);
        if (second == null || isUpper(qualifier) == isUpper(other.qualifier())) {
            return null;
        }
        boolean closed = !isOpen(qualifier) && !isOpen(other.qualifier());
        var range = isUpper(qualifier) ? ranges.join(i, second, first) : ranges.join(i, first, second);
        if (!closed || range == null) {
            throw Refusal.TWO_BOUNDS.of(tokens.between(i, second.end()));
        }
        return ranges.ordered(i, Found.between(range.low(), range.high(), range.unit(), second.end()));
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
}
