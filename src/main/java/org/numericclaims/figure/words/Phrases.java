package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.List;
import org.numericclaims.figure.Qualifier;

/** A whole figure: qualifiers, number or range, and what stands behind them. */
final class Phrases {

    private static final List<String> TO_THE_MAN = List.of("to", "the", "man");
    private static final int MOST_QUALIFIERS = 6;

    private final Tokens tokens;
    private final Amounts amounts;
    private final Vague vague;
    private final Qualifiers qualifiers;
    private final Ranges ranges;
    private final Spreads spreads;
    private final Alternatives alternatives;
    private final Rates rates;
    private final Unlisted unlisted;
    private final Nouns nouns;
    private final Surroundings surroundings;

    Phrases(Tokens tokens, UnitHint hint, Nouns nouns) {
        this.tokens = tokens;
        this.nouns = nouns;
        this.surroundings = new Surroundings(tokens);
        this.amounts = new Amounts(tokens, hint);
        this.vague = new Vague(tokens, hint, amounts);
        this.qualifiers = new Qualifiers(tokens);
        this.ranges = new Ranges(tokens, amounts, qualifiers, nouns);
        this.spreads = new Spreads(tokens, amounts, vague, ranges);
        this.alternatives = new Alternatives(tokens, amounts, vague, qualifiers, ranges);
        this.rates = new Rates(tokens, amounts);
        this.unlisted = new Unlisted(tokens, qualifiers, nouns);
    }

    /** The figure whose words begin at i, or null. */
    Found read(int i) {
        refuseHeadless(i);
        var front = front(i, Qualifier.PLAIN);
        boolean between = tokens.word(front.end()).equals("between");
        boolean from = tokens.word(front.end()).equals("from");
        if (between || from) {
            front = front(front.end() + 1, front.qualifier());
        }
        var found = between ? between(front.end()) : figure(i, front);
        refuseHalf(between && found == null, i, front.end());
        if (found == null || from && !found.isRange()) {
            refuseFrom(i, found);
            return null;
        }
        var qualified = behind(i, found, front.qualifier());
        refuseRest(i, qualified);
        if (isLoneOne(found, qualified.qualifier())) {
            return null;
        }
        refuseDoubtful(i, qualified);
        return qualified;
    }

    private Found between(int i) {
        var spread = spreads.between(i);
        return spread == null ? ranges.between(i) : spread;
    }

    private void refuseRest(int i, Found found) {
        alternatives.refuse(i, found);
        boolean share = tokens.word(found.end()).equals("of") && found.unit() == null && found.low().compareTo(BigDecimal.ONE) < 0;
        boolean apart = share && tokens.word(found.end() - 1).matches("more|less|fewer|so|odd|ish");
        if (apart || surroundings.isHyphened(found.end()) || rates.begins(found)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, found.end() + 2));
        }
    }

    private void refuseDoubtful(int i, Found found) {
        int end = found.end();
        boolean negated = surroundings.negates(i) || unlisted.beside(i, found) || isOrdinalPart(found);
        boolean part = amounts.goesOn(end, found.unit() != null) || surroundings.runOn(end);
        if (negated || part || amounts.isStrangeMoney(i - 1) || surroundings.leadsInto(i)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(Math.max(0, i - 1), end + 1));
        }
    }

    /** "between 10 killed and 20 wounded": the first number is no figure of its own. */
    private void refuseHalf(boolean half, int i, int at) {
        var amount = half && !tokens.word(at).equals("one") ? amounts.read(at, true) : null;
        if (amount != null) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, amount.end()));
        }
    }

    /** "from 5 tanks to 7": whether 7 of the same is not said. */
    private void refuseFrom(int i, Found found) {
        for (int k = 0; found != null && !ranges.isChange(i) && k <= MOST_QUALIFIERS; k++) {
            int at = found.end() + k;
            var second = tokens.word(at).equals("to") ? amounts.read(at + 1, true) : null;
            boolean like = second != null && (second.unit() == null || found.unit() == null);
            if (like && tokens.words(found.end(), at).stream().noneMatch(word -> word.matches("[.;]"))) {
                throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, second.end()));
            }
        }
    }

    /** "hundred and five" without the number of hundreds. */
    private void refuseHeadless(int i) {
        boolean scale = Words.scale(tokens.word(i)) != null && !Words.isLot(tokens.word(i));
        int next = tokens.word(i + 1).equals("and") ? i + 2 : i + 1;
        if (scale && Words.plural(tokens.word(i)) == null && amounts.goesOn(next, false)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, next + 1));
        }
    }

    private Qualifiers.Match front(int i, Qualifier before) {
        var all = new Qualifiers.Match(before, i);
        var next = qualifiers.before(i);
        for (int k = 0; next != null && k < MOST_QUALIFIERS; k++) {
            var qualifier = next.qualifier() == null ? Qualifier.PLAIN : next.qualifier();
            all = new Qualifiers.Match(Qualifiers.stronger(all.qualifier(), qualifier), next.end());
            next = qualifiers.before(next.end());
        }
        return all;
    }

    private Found figure(int i, Qualifiers.Match front) {
        var spread = spreads.behind(i, front.end());
        if (spread != null) {
            return spread;
        }
        var span = vague.read(front.end());
        if (span != null) {
            return span(span);
        }
        var amount = amounts.read(front.end(), true);
        if (amount == null || isOrdinal(amount.end())) {
            return null;
        }
        var range = ranges.behind(i, amount);
        if (range != null) {
            return range;
        }
        var bounded = bounded(i, amount, front);
        return bounded == null ? Found.of(amount, Qualifier.PLAIN) : bounded.with(Qualifier.PLAIN, bounded.end());
    }

    private Found bounded(int i, Amount amount, Qualifiers.Match front) {
        if (Qualifiers.isBound(front.qualifier())) {
            return ranges.bounded(i, amount, front.qualifier(), amount.end());
        }
        var behind = next(amount.end());
        boolean bound = behind != null && Qualifiers.isBound(behind.qualifier());
        return bound ? ranges.bounded(i, amount, behind.qualifier(), behind.end()) : null;
    }

    private static Found span(Vague.Span span) {
        var high = span.high();
        return span.about()
                ? Found.of(high, Qualifier.ABOUT)
                : Found.between(span.low(), high.value(), high.unit(), high.end());
    }

    /** "two hundredth", "two hundred and first". */
    private boolean isOrdinal(int end) {
        int next = tokens.word(end).equals("and") ? end + 1 : end;
        boolean unit = Words.scale(tokens.word(end - 1)) != null && Words.isOrdinalUnit(tokens.word(next));
        return unit || tokens.word(end).matches("(?:hundred|thousand|million|billion)th");
    }

    /** "a fifth person", who is no part of anything. */
    private boolean isOrdinalPart(Found found) {
        var part = tokens.word(found.end() - 1);
        boolean ordinal = (Words.isOrdinalUnit(part) || part.matches("tenth|eleventh|twelfth|hundredth|thousandth"))
                && Words.isArticle(tokens.word(found.end() - 2));
        return ordinal && !"%".equals(found.unit()) && tokens.isWord(found.end());
    }

    private boolean isLoneOne(Found found, Qualifier qualifier) {
        boolean number = found.unit() == null && found.low().compareTo(BigDecimal.ONE) == 0;
        boolean stop = tokens.size() == 2 && tokens.word(1).equals(".");
        boolean alone = tokens.size() == 1 || stop || nouns.behind(1) == tokens.size();
        return number && tokens.word(found.end() - 1).equals("one") && qualifier == Qualifier.PLAIN && !alone;
    }

    private Found behind(int i, Found found, Qualifier front) {
        var all = found.isRange() ? found : found.with(Qualifiers.stronger(front, found.qualifier()), found.end());
        boolean bound = Qualifiers.isBound(front) && found.qualifier() == Qualifier.BETWEEN;
        for (var next = next(all.end()); next != null; next = next(all.end())) {
            bound |= found.isRange() && Qualifiers.isBound(next.qualifier());
            all = all.with(
                    found.isRange() ? all.qualifier() : Qualifiers.stronger(all.qualifier(), next.qualifier()),
                    next.end());
        }
        if (bound) {
            throw Refusal.TWO_BOUNDS.of(tokens.between(i, all.end()));
        }
        return toTheMan(all.isRange() ? all.with(Qualifier.BETWEEN, all.end()) : all);
    }

    private Qualifiers.Match next(int end) {
        var next = qualifiers.behind(end);
        return next != null ? next : qualifiers.behind(nouns.behind(end));
    }

    private Found toTheMan(Found found) {
        int end = tokens.match(nouns.behind(found.end()), TO_THE_MAN);
        return end < 0 || found.isRange()
                ? found
                : new Found(found.low(), null, found.qualifier(), BigDecimal.ONE, found.unit(), end);
    }
}
