package org.numericclaims.figure.words;

/** A second number behind a figure that is no end of a range: "10 to over 20", "20, maybe 30", "hundreds if not more". */
final class Alternatives {

    private static final Phrasebook DOUBT = Phrasebook.of("if not|or even|or perhaps|or possibly|or maybe|or probably"
            + "|perhaps|maybe|possibly|probably|and perhaps|and possibly|and maybe|and probably|but perhaps|but possibly"
            + "|but maybe|or more likely|perhaps even|possibly even|maybe even|if not even");
    private static final Phrasebook ADDED = Phrasebook.of("even|or rather|or indeed|and even|and up to|or at least");
    private static final Phrasebook HEAPED = Phrasebook.of("and|upon|on|and even|by the");

    private static final int LONGEST_NOUN = 4;

    private final Tokens tokens;
    private final Amounts amounts;
    private final Vague vague;
    private final Qualifiers qualifiers;
    private final Ranges ranges;
    private final Changes changes;

    Alternatives(Tokens tokens, Amounts amounts, Vague vague, Qualifiers qualifiers, Ranges ranges) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.vague = vague;
        this.qualifiers = qualifiers;
        this.ranges = ranges;
        this.changes = new Changes(tokens);
    }

    /** Refuses the figure at i where another number behind it says that it is not all. */
    void refuse(int i, Found found) {
        int at = ranges.link(found.end());
        var link = tokens.word(at);
        boolean linked = link.matches("to|through|or") || Tokens.isDash(link);
        if (linked && !changes.fromTo(i)) {
            refuseIf(isLike(found, at + 1), i, at, at + 1);
        }
        at = tokens.word(at).equals(",") || Tokens.isDash(link) ? at + 1 : at;
        int added = ADDED.behind(tokens, at);
        refuseIf(added > at && isLike(found, added), i, at, added);
        refuseDoubt(i, found);
        refuseIf(at > found.end() && isList(found, at), i, at, at);
        int heap = HEAPED.behind(tokens, found.end());
        boolean plural = found.isRange() && Words.plural(tokens.word(found.end() - 1)) != null;
        refuseIf(heap > found.end() && plural && Words.plural(tokens.word(heap)) != null, i, heap, heap);
        refuseIf(isRest(found), i, found.end(), found.end() + 1);
    }

    /** "thousands of people, possibly tens of thousands": up to some words behind the figure. */
    private void refuseDoubt(int i, Found found) {
        int at = found.end();
        for (int k = 0; k <= LONGEST_NOUN; k++) {
            int from = tokens.word(at).equals(",") || Tokens.isDash(tokens.word(at)) ? at + 1 : at;
            int doubt = DOUBT.behind(tokens, from);
            refuseIf(doubt > from && isLike(found, doubt), i, at, doubt);
            if (!tokens.isWord(at)) {
                return;
            }
            at++;
        }
    }

    /** ", 30 or 40" and ", or 30" behind 20. */
    private boolean isList(Found found, int at) {
        if (tokens.word(at).equals("or")) {
            return isLike(found, at + 1);
        }
        var next = amounts.read(at, true, isMoney(found));
        return next != null
                && isLike(found, at)
                && tokens.word(next.end()).equals("or")
                && isLike(found, next.end() + 1);
    }

    /** "8 million and 250": a smaller number in digits behind a scale. */
    private boolean isRest(Found found) {
        var scale = Words.scale(tokens.word(found.end() - 1));
        boolean scaled = scale != null && !Words.isLot(tokens.word(found.end() - 1)) && found.unit() == null;
        var rest = scaled && tokens.word(found.end()).equals("and") && tokens.isDigits(found.end() + 1)
                ? amounts.read(found.end() + 1, true)
                : null;
        return rest != null && rest.unit() == null && rest.value().compareTo(scale) < 0;
    }

    /** Whether a number of the same unit stands there, behind any qualifiers. */
    private boolean isLike(Found found, int i) {
        int at = i;
        for (var next = qualifiers.before(at); next != null; next = qualifiers.before(at)) {
            at = next.end();
        }
        at = tokens.word(at).matches("plus|[+]") ? at + 1 : at;
        var span = vague.read(at);
        var second = span == null ? amounts.read(at, true, isMoney(found)) : span.high();
        if (second == null) {
            return false;
        }
        return second.unit() == null
                ? found.unit() == null || isMoney(found)
                : found.unit() == null || found.unit().equals(second.unit());
    }

    private static boolean isMoney(Found found) {
        return found.unit() != null && !found.unit().matches("%|times");
    }

    private void refuseIf(boolean alternative, int i, int link, int second) {
        if (alternative) {
            boolean bound = qualifiers.before(second) != null;
            var refusal = bound ? Refusal.TWO_BOUNDS : Refusal.NUMBER_AMBIGUOUS;
            throw refusal.of(tokens.between(i, Math.max(link, second) + 2));
        }
    }
}
