package org.numericclaims.figure.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.numericclaims.figure.Qualifier;

/** The words before and behind a number that say how it was stated. */
final class Qualifiers {

    /** A qualifier, null for words that change nothing, and the index behind its words. */
    record Match(Qualifier qualifier, int end) {}

    private record Phrase(List<String> words, Qualifier qualifier) {}

    private static final Map<Qualifier, String> BEFORE = new EnumMap<>(Map.of(
            Qualifier.ABOUT,
            "about|around|roughly|approximately|approx|approx.|circa|c.|ca.|~|≈|some|an estimated|in the region of"
                    + "|on the order of|barely",
            Qualifier.ALMOST,
            "almost|nearly|close to|approaching|just under|just short of|shy of|just shy of|not quite",
            Qualifier.OVER,
            "over|more than|greater than|higher than|larger than|above|exceeding|topping|in excess of|upwards of"
                    + "|north of|>",
            Qualifier.AT_LEAST,
            "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|as few as|as little as|≥|> ="
                    + "|no lower than|not lower than|no smaller than|not smaller than|not under|not below",
            Qualifier.UNDER,
            "under|less than|fewer than|lower than|smaller than|below|south of|<",
            Qualifier.AT_MOST,
            "at most|up to|as many as|as much as|no more than|not more than|a maximum of|≤|< =|no greater than"
                    + "|not greater than|no higher than|not higher than|no larger than|not larger than|not over"
                    + "|not above|not exceeding",
            Qualifier.EXACTLY,
            "exactly|precisely"));
    private static final String FILLERS = "well|far|just|slightly|a little|only|a record|a total of";
    private static final Map<Qualifier, String> BEHIND = new EnumMap<>(Map.of(
            Qualifier.ABOUT,
            "or so|- odd|odd|- ish|ish|give or take|, give or take",
            Qualifier.OVER,
            "+",
            Qualifier.AT_LEAST,
            "or more|and more|or above|and counting",
            Qualifier.AT_MOST,
            "or less|or fewer"));

    private static final List<Phrase> FRONT = phrases(BEFORE, FILLERS);
    private static final List<Phrase> BACK = phrases(BEHIND, "");

    private final Tokens tokens;

    Qualifiers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The longest phrase at i that stands before numbers, or null. */
    Match before(int i) {
        return find(FRONT, i);
    }

    /** The longest phrase at i that stands behind numbers, or null. */
    Match behind(int i) {
        var found = find(BACK, i);
        boolean plus = tokens.word(i).equals("+");
        boolean sum = plus && (!tokens.glued(i) || tokens.isDigits(i + 1));
        boolean than = found != null && tokens.word(found.end()).equals("than");
        return sum || than ? null : found;
    }

    /** Of two a bound beats almost, that beats about, that beats exactly; two unlike bounds are none. */
    static Qualifier stronger(Qualifier a, Qualifier b) {
        if (isBound(a) && isBound(b) && a != b) {
            throw Refusal.TWO_BOUNDS.of(a.code() + " with " + b.code());
        }
        return rank(a) >= rank(b) ? a : b;
    }

    static boolean isBound(Qualifier qualifier) {
        return rank(qualifier) == 4;
    }

    private static int rank(Qualifier qualifier) {
        return switch (qualifier) {
            case PLAIN -> 0;
            case EXACTLY -> 1;
            case ABOUT -> 2;
            case ALMOST -> 3;
            case OVER, AT_LEAST, UNDER, AT_MOST, BETWEEN -> 4;
        };
    }

    private Match find(List<Phrase> phrases, int i) {
        Match longest = null;
        for (var phrase : phrases) {
            int end = tokens.match(i, phrase.words());
            if (end > 0 && (longest == null || end > longest.end())) {
                longest = new Match(phrase.qualifier(), end);
            }
        }
        return longest;
    }

    private static List<Phrase> phrases(Map<Qualifier, String> qualifiers, String fillers) {
        List<Phrase> phrases = new ArrayList<>();
        qualifiers.forEach((qualifier, words) -> add(phrases, words, qualifier));
        add(phrases, fillers, null);
        return phrases;
    }

    private static void add(List<Phrase> phrases, String words, Qualifier qualifier) {
        for (var phrase : words.split("\\|")) {
            if (!phrase.isEmpty()) {
                phrases.add(new Phrase(Tokens.words(phrase), qualifier));
            }
        }
    }
}
