package org.numericclaims.figure.words;

/** Ranges of vague scales: from the low end of the first to the high end of the second ("hundreds to thousands"). */
final class Spreads {

    private final Tokens tokens;
    private final Amounts amounts;
    private final Vague vague;
    private final Ranges ranges;
    private final Changes changes;

    Spreads(Tokens tokens, Amounts amounts, Vague vague, Ranges ranges) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.vague = vague;
        this.ranges = ranges;
        this.changes = new Changes(tokens);
    }

    /** "between a and b", from the index of a; null where neither of the two is vague. */
    Found between(int i) {
        return read(i, i, "and|to");
    }

    /** "a to b", "a or b" in the phrase that began at i, from the index of a; null where neither of the two is vague. */
    Found behind(int i, int from) {
        var linked = read(i, from, "to|or|through");
        return linked == null || changes.fromTo(i) ? null : linked;
    }

    private Found read(int i, int from, String links) {
        var first = end(from, true);
        if (first == null) {
            return null;
        }
        int at = first.high().end();
        boolean linked = tokens.word(at).matches(links) || Tokens.isDash(tokens.word(at));
        var second = linked ? end(ranges.behindMild(at + 1), isVague(first)) : null;
        if (second == null || !isVague(first) && !isVague(second) || differ(first.high(), second.high())) {
            return null;
        }
        var high = second.high();
        if (first.low().compareTo(second.low()) > 0 || first.high().value().compareTo(high.value()) > 0) {
            throw Refusal.RANGE_REVERSED.of(tokens.between(i, high.end()));
        }
        if (Words.plural(tokens.word(from)) != null && !isChain(from) && isChain(ranges.behindMild(at + 1))) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, high.end()));
        }
        var unit = high.unit() == null ? first.high().unit() : high.unit();
        return Found.between(first.low(), high.value(), unit, high.end());
    }

    /** "hundreds of thousands": then "tens or …" before it may be tens or tens of thousands. */
    private boolean isChain(int i) {
        return tokens.word(i + 1).equals("of") && Words.plural(tokens.word(i + 2)) != null;
    }

    private static boolean isVague(Vague.Span span) {
        return span.low().compareTo(span.high().value()) != 0;
    }

    private static boolean differ(Amount first, Amount second) {
        return first.unit() != null && !first.unit().equals(second.unit());
    }

    private Vague.Span end(int i, boolean amountToo) {
        var span = vague.read(i);
        var amount =
                span == null && amountToo ? amounts.read(i, !tokens.word(i - 1).equals("between")) : null;
        return amount == null ? span : new Vague.Span(amount.value(), amount, false);
    }
}
