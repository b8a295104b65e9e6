package org.numericclaims.figure.words;

/** Words beside a number that say how it was stated and are in no table: with them it is no plain figure. */
final class Unlisted {

    private static final Phrasebook BEFORE = Phrasebook.of("exceed|exceeds|exceeded|surpass|surpasses|surpassed"
            + "|surpassing|top|tops|topped|near|nears|neared|nearing|approach|approaches|approached|approximate"
            + "|approximates|approximating|virtually|practically|nigh on|close on|getting on for|getting close to|verging on"
            + "|bordering on|pushing|nudging|touching|hovering at|upward of|beyond|past|more like|something like"
            + "|perhaps|maybe|possibly|the better part of|the best part of|most of|maximum|minimum|max|min|max.|min."
            + "|maximum of|minimum of|max of|min of|max. of|min. of|at most a|at the most|at the very most|at the least"
            + "|at the very least|at the outside|at best|at the best|at worst|at the worst|at maximum|at minimum"
            + "|at a minimum|at a maximum|equal to or|or equal to|or equals|more or less|give or take|plus or minus"
            + "|plus - minus|±|+ -|+ / -|= <|= >|< >|rather than|instead of|other than|except|except for|all but"
            + "|anything but|few to|few or|several to|several or|couple to|couple or|tens to|tens or|tens and|scores to"
            + "|scores or|scores and|number|numbers|no.|nos.|multiples of|multiple of|starting at|starting from|capped at"
            + "|limited to|a ceiling of|a floor of|a limit of|a cap of|as few as or|half of|short of|a third of|page|pages|article|chapter|section"
            + "|paragraph|phase|resolution|level|verse|clause|article no.");
    private static final Phrasebook BEFORE_SCALES = Phrasebook.of(
            "low|mid|mid -|high|upper|lower|few|several|many|countless|numerous|various|multiple|tens of|untold|couple of");
    private static final Phrasebook BEHIND = Phrasebook.of("or thereabouts|or thereabout|or higher|or greater|or over"
            + "|or under|or below|or lower|or better|or worse|or older|or younger|or larger|or bigger|or smaller|or longer"
            + "|or shorter|or beyond|or upwards|or even more|or even fewer|or even less|or so and|and up|and upward"
            + "|and upwards|and over|and above|and under|and below|and beyond|and older|and younger|plus|- plus|max|maximum"
            + "|minimum|tops|at least|at most|at the least|at the most|at the very least|at the very most|at the outside"
            + "|at best|at worst|at maximum|at minimum|at a minimum|at a maximum|or maybe more|or perhaps more"
            + "|or possibly more|or maybe less|or perhaps less|or possibly less|or maybe fewer|or perhaps fewer"
            + "|or possibly fewer|and maybe more|and perhaps more|and possibly more|and probably more|and likely more"
            + "|maybe more|perhaps more|possibly more|probably more|likely more|perhaps less|perhaps fewer|maybe less"
            + "|maybe fewer|if not more|if not less|if not fewer|but possibly more|but perhaps more|but maybe more|and rising"
            + "|and climbing|and growing|and falling|approximately|approx|roughly|plus or minus|plus - minus|+ -|+ / -|±"
            + "|and change|and a bit|and a little|and some|and then some|- something|something|- some|exactly|precisely"
            + "|to be exact|to be precise|more or less|short of|shy of|mark|threshold|milestone|barrier|ceiling|again"
            + "|as many again|as much again|as large again|as big again|or fewer than|or less than|or more than"
            + "|and more than|and counting down");
    private static final String ADJECTIVE = "another|additional|further|other|mere|whopping|staggering|massive|possible"
            + "|potential|total|combined|estimated|extra|new|more|full|whole|huge|stunning|incredible|unprecedented|paltry"
            + "|modest|hefty|reported|reportedly|confirmed|verified|known|perhaps|maybe|possibly|probably|likely|all|what"
            + "|claimed|alleged|allegedly|expected|projected|planned|remarkable|astonishing|impressive|meagre|meager|good"
            + "|solid|round|cool|whole|record|similar|whatever|roughly|say|as|fully|another|one|these|those";
    private static final String DAYS = "(?:second|minute|hour|day|week|weekday|month|quarter|year|decade|season)s?";

    private final Tokens tokens;
    private final Qualifiers qualifiers;
    private final Nouns nouns;

    Unlisted(Tokens tokens, Qualifiers qualifiers, Nouns nouns) {
        this.tokens = tokens;
        this.qualifiers = qualifiers;
        this.nouns = nouns;
    }

    /** Whether such words stand on either side of the figure at i. */
    boolean beside(int i, Found found) {
        return before(i, found.end()) || found.isRange() && BEFORE_SCALES.before(tokens, i) < i || behind(found.end());
    }

    private boolean before(int i, int end) {
        int at = BEFORE.before(tokens, i);
        boolean past = tokens.word(i - 1).equals("past") && tokens.word(i - 2).matches("the|this|these");
        boolean within =
                tokens.word(i - 1).matches("within|inside") && !tokens.word(end).matches(DAYS);
        boolean compared = tokens.word(i - 1).equals("as") && tokens.word(i - 3).equals("as");
        return at < i && !past || within || compared || isApart(i);
    }

    /** "at least another 14", "more than a mere 5": a qualifier that other words keep from its number. */
    private boolean isApart(int i) {
        int at = i;
        boolean adjective = false;
        for (int k = 0; k < 3; k++) {
            adjective |= tokens.word(at - 1).matches(ADJECTIVE);
            boolean goesOn = tokens.word(at - 1).matches(ADJECTIVE + "|a|an|the|its|their|his|her|our|of");
            at = goesOn ? at - 1 : at;
        }
        for (int start = at - 4; adjective && start < at; start++) {
            var match = start < 0 ? null : qualifiers.before(start);
            if (match != null && match.qualifier() != null && match.end() >= at && match.end() <= i) {
                return true;
            }
        }
        return false;
    }

    private boolean behind(int end) {
        return isBehind(end) || isBehind(nouns.behind(end));
    }

    private boolean isBehind(int end) {
        int at = tokens.word(end).equals(",") ? end + 1 : end;
        int behind = BEHIND.behind(tokens, at);
        boolean qualifies = tokens.word(at).matches("approximately|approx|roughly|at|exactly|precisely");
        return behind > at && !(qualifies && at > end && tokens.isDigits(behind)) && !isPlace(at, behind);
    }

    /** "14 at most sites" */
    private boolean isPlace(int at, int behind) {
        return tokens.word(at).equals("mark") && tokens.isDigits(behind);
    }
}
