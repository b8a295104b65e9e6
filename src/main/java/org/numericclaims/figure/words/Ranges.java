package org.numericclaims.figure.words;

import java.util.Set;
import java.util.regex.Pattern;
import org.numericclaims.figure.Qualifier;

/** Two amounts that are the ends of one figure. */
final class Ranges {

    private static final Pattern CHANGED =
            Pattern.compile("(?:rise|rose|risen|fall|fell|fallen|grow|grew|grown|increase|decrease|drop"
                    + "|climb|jump|decline|soar|surge|plunge|shrink|shrank|slip|slid|slide|sink|sank|expand|widen|narrow|change"
                    + "|move|swell|go|went|gone|up|down|raise|raising|cut|reduce|reducing|tumble|tumbling|double|triple|lower|slash"
                    + "|shoot|shot|halve|accelerate|ease|improve|worsen|advance|extend|rebound|recover|plummet|collapse|dip|edge"
                    + "|creep|crept|balloon|mushroom|spike|skyrocket|dwindle|shift|switch|turn|swing|swung|upgrade|downgrade"
                    + "|revise|revising|update|growth|bring|brought|take|took|taking|push|pull|lift|boost|hike|trim|pare|quadruple"
                    + "|strengthen|weaken|leap|leapt|slow|bounce|inch|nudge|escalate|diminish|shorten|lengthen|add|transition"
                    + "|amend|correct|adjust|rising|falling|growing|moving|changing|increasing|decreasing|declining|surging|plunging"
                    + "|sliding|widening|narrowing|halving|doubling|tripling|easing|improving|dwindling|cutting|slipping|dropping)"
                    + "(?:s|d|ed|ped|es|ing|ping|n)?");
    private static final Set<String> SPANS =
            Set.of("range ranges ranged ranging vary varies varied varying anywhere anything somewhere".split(" "));

    private static final int STRANGE_NOUN = 3;

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
        return link ? join(i, first, second(at + 1, first)) : null;
    }

    /** "a to b", "a–b", "a or b", "a ± b" behind an amount that began at i; null where it stands alone. */
    Found behind(int i, Amount first) {
        int at = link(first.end());
        var link = tokens.word(at);
        if (link.equals("±") || link.equals("+") && tokens.between(at, at + 3).equals("+/-")) {
            return around(first, amounts.read(link.equals("±") ? at + 1 : at + 3, true));
        }
        if (!Tokens.isDash(link) && !link.matches("to|or|through") || isChange(i)) {
            return null;
        }
        var second = second(at + 1, first);
        var range = join(i, first, second);
        boolean same = range != null && range.low().compareTo(range.high()) == 0;
        if (same || range != null && link.equals("to") && isChangedBy(i)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, range.end()));
        }
        return ordered(i, range);
    }

    /** "rose 5 to 12", "rose by 5 to 12": from 5 to 12, by 5 and so to 12, or by between 5 and 12. */
    private boolean isChangedBy(int i) {
        int at = tokens.word(i - 1).equals("by") ? i - 2 : i - 1;
        return isChange(tokens.word(at)) || tokens.word(at).endsWith("ly") && isChange(tokens.word(at - 1));
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

    /** "over 10 tanks but under 20": whether the second bound is of tanks too is not said. */
    private void refuseStrange(int i, Qualifier qualifier, int end) {
        for (int k = 1; nouns.behind(end) == end && k <= STRANGE_NOUN && tokens.isWord(end + k - 1); k++) {
            int at = tokens.word(end + k).equals(",") ? end + k + 1 : end + k;
            var other = tokens.word(at).equals("but") ? qualifiers.before(at + 1) : null;
            boolean bound = other != null && isBound(other.qualifier());
            if (bound && isUpper(qualifier) != isUpper(other.qualifier()) && second(other.end(), null) != null) {
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
        var second = other == null || !isBound(other.qualifier()) ? null : second(other.end(), first);
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

    /** The amount at i, where its scale letter may be money's because the first of the two is money. */
    private Amount second(int i, Amount first) {
        boolean money = first != null && first.prefixed();
        return amounts.read(behindMild(i), true, money);
    }

    /** Behind the qualifiers at i, but not behind a bound: that would be one of this end only. */
    int behindMild(int i) {
        int at = i;
        for (var found = qualifiers.before(at); found != null && !isBound(found.qualifier()); ) {
            at = found.end();
            found = qualifiers.before(at);
        }
        return at;
    }

    private int behindAny(int i) {
        int at = i;
        for (var found = qualifiers.before(at); found != null; found = qualifiers.before(at)) {
            at = found.end();
        }
        return at;
    }

    private Found join(int i, Amount first, Amount second) {
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

    private static boolean isChange(String word) {
        return CHANGED.matcher(word).matches();
    }

    /** From a to b after a verb of change: where it began and where it ended, not a range. */
    boolean isChange(int i) {
        int from = tokens.word(i).equals("from") ? i : i - 1;
        if (!tokens.word(from).equals("from")) {
            return false;
        }
        for (int k = from - 1; k >= 0 && !tokens.word(k).matches("[.;!?]"); k--) {
            if (SPANS.contains(tokens.word(k))) {
                return false;
            }
            boolean upTo =
                    tokens.word(k).matches("up|down") && tokens.word(k + 1).equals("to");
            if (isChange(tokens.word(k)) && !upTo) {
                return true;
            }
        }
        return false;
    }
}
