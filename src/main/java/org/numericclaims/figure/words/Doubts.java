package org.numericclaims.figure.words;

import java.math.BigDecimal;

/** What makes a figure doubtful though its own words can be read: each is refused. */
final class Doubts {

    private static final int NEAR = 6;

    private final Tokens tokens;
    private final Amounts amounts;
    private final Changes changes;
    private final Rates rates;
    private final Alternatives alternatives;
    private final Unlisted unlisted;
    private final Surroundings surroundings;

    Doubts(Tokens tokens, Amounts amounts, Alternatives alternatives, Unlisted unlisted) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.alternatives = alternatives;
        this.unlisted = unlisted;
        this.changes = new Changes(tokens);
        this.rates = new Rates(tokens, amounts);
        this.surroundings = new Surroundings(tokens);
    }

    /** "between 10 killed and 20 wounded": the first number is no figure of its own. */
    void refuseHalf(boolean half, int i, int at) {
        var amount = half && !tokens.word(at).equals("one") ? amounts.read(at, true) : null;
        if (amount != null) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, amount.end()));
        }
    }

    /** "from 5 tanks to 7": whether 7 of the same is not said. */
    void refuseFrom(int i, Found found) {
        for (int k = 0; found != null && !changes.fromTo(i) && k <= NEAR; k++) {
            int at = found.end() + k;
            var second = tokens.word(at).equals("to") ? amounts.read(at + 1, true) : null;
            boolean like = second != null && (second.unit() == null || found.unit() == null);
            if (like && tokens.words(found.end(), at).stream().noneMatch(word -> word.matches("[.;]"))) {
                throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, second.end()));
            }
        }
    }

    /** "hundred and five" without the number of hundreds. */
    void refuseHeadless(int i) {
        boolean scale = Words.scale(tokens.word(i)) != null && !Words.isLot(tokens.word(i));
        int next = tokens.word(i + 1).equals("and") ? i + 2 : i + 1;
        if (scale && Words.plural(tokens.word(i)) == null && amounts.goesOn(next, false)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, next + 1));
        }
    }

    /** Refuses a figure that goes on behind its words; a lone "one" too. */
    void refuseRest(int i, Found found) {
        alternatives.refuse(i, found);
        boolean share = tokens.word(found.end()).equals("of")
                && found.unit() == null
                && found.low().compareTo(BigDecimal.ONE) < 0;
        boolean apart = share && tokens.word(found.end() - 1).matches("more|less|fewer|so|odd|ish");
        if (apart || surroundings.isHyphened(found.end()) || rates.begins(found)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, found.end() + 2));
        }
    }

    /** Refuses a figure beside which stands what turns it. */
    void refuseBeside(int i, Found found) {
        int end = found.end();
        boolean negated = surroundings.negates(i) || unlisted.beside(i, found) || isOrdinalPart(found);
        boolean part = amounts.goesOn(end, found.unit() != null) || surroundings.runOn(end);
        if (negated || part || amounts.isStrangeMoney(i - 1) || surroundings.leadsInto(i)) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(Math.max(0, i - 1), end + 1));
        }
    }

    /** "a fifth person", who is no part of anything. */
    private boolean isOrdinalPart(Found found) {
        var part = tokens.word(found.end() - 1);
        boolean ordinal = (Words.isOrdinalUnit(part) || part.matches("tenth|eleventh|twelfth|hundredth|thousandth"))
                && Words.isArticle(tokens.word(found.end() - 2));
        return ordinal && !"%".equals(found.unit()) && tokens.isWord(found.end());
    }
}
