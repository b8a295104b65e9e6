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
    private final Nouns nouns;
    private final Doubts doubts;
    private final TwoBounds twoBounds;

    Phrases(Tokens tokens, UnitHint hint, Nouns nouns) {
        this.tokens = tokens;
        this.nouns = nouns;
        this.amounts = new Amounts(tokens, hint);
        this.vague = new Vague(tokens, hint, amounts);
        this.qualifiers = new Qualifiers(tokens);
        this.ranges = new Ranges(tokens, amounts, qualifiers, nouns);
        this.spreads = new Spreads(tokens, amounts, vague, ranges);
        this.twoBounds = new TwoBounds(tokens, qualifiers, nouns, ranges);
        this.doubts = new Doubts(
                tokens,
                amounts,
                new Alternatives(tokens, amounts, vague, qualifiers, ranges),
                new Unlisted(tokens, qualifiers, nouns));
    }

    /** The figure whose words begin at i, or null. */
    Found read(int i) {
        doubts.refuseHeadless(i);
        var front = front(i, Qualifier.PLAIN);
        boolean between = tokens.word(front.end()).equals("between");
        boolean from = tokens.word(front.end()).equals("from");
        if (between || from) {
            front = front(front.end() + 1, front.qualifier());
        }
        var found = between ? between(front.end()) : figure(i, front);
        doubts.refuseHalf(between && found == null, i, front.end());
        if (found == null || from && !found.isRange()) {
            doubts.refuseFrom(i, found);
            return null;
        }
        var qualified = behind(i, found, front.qualifier());
        doubts.refuseRest(i, qualified);
        if (isLoneOne(found, qualified.qualifier())) {
            return null;
        }
        doubts.refuseBeside(i, qualified);
        return qualified;
    }

    private Found between(int i) {
        var spread = spreads.between(i);
        return spread == null ? ranges.between(i) : spread;
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
            return twoBounds.read(i, amount, front.qualifier(), amount.end());
        }
        var behind = next(amount.end());
        boolean bound = behind != null && Qualifiers.isBound(behind.qualifier());
        return bound ? twoBounds.read(i, amount, behind.qualifier(), behind.end()) : null;
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
