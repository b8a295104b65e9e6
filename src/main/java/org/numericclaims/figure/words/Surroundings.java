package org.numericclaims.figure.words;

/** Words around a figure that turn it or belong to it, so that its own words are not all. */
record Surroundings(Tokens tokens) {

    private static final String NEGATION =
            "not|never|no|none|nothing|neither|nor|without|cannot|hardly|scarcely|rarely";
    private static final String MORE = "more|less|fewer|greater|higher|lower";

    /** "never more than", "isn't over", "no more or less than", before i. */
    boolean negates(int i) {
        int at = word(i - 1).matches("many|much|any|even|only|just|quite|yet|all|significantly|substantially")
                ? i - 2
                : i - 1;
        boolean shortened = word(at).equals("t")
                && word(at - 1).matches("['’]")
                && word(at - 2).endsWith("n");
        boolean either = word(at).matches("or|nor") && word(at - 1).matches(MORE);
        return shortened || either || word(at).matches(NEGATION);
    }

    /** "one-and-a-half", "point five", "2024 -5": the figure at i is the rest of another, or its sign may be a dash. */
    boolean leadsInto(int i) {
        boolean sign = word(i - 1).matches("[-−]") && tokens.glued(i) && !tokens.glued(i - 1) && tokens.isDigits(i - 2);
        boolean hyphen = isHyphen(i - 1) && tokens.glued(i) && word(i - 2).equals("and");
        boolean place = word(i - 2).matches("this|that|some|one|which|the|a|what");
        return sign || hyphen || word(i - 1).equals("point") && Words.isCardinal(word(i)) && !place;
    }

    /** "two- to three-year", "5-per-cent", "5 million-dollar", "4x": what stands behind is part of it. */
    boolean isHyphened(int end) {
        boolean by = word(end).matches("[x×]") && (tokens.glued(end) || tokens.isDigits(end + 1));
        boolean part = word(end + 1).matches("to|or|and|per|(?:dollar|euro|pound|rupee|ruble|yen|yuan)s?");
        return by || word(end).equals("‰") || isHyphen(end) && part;
    }

    /** "two-hundred", "20- to 30,000", "1-in-4", "thirty-fivefold", "two point fifty", from the end of the first. */
    boolean runOn(int end) {
        var next = word(end + 1);
        if (word(end).equals("point")) {
            return Words.isCardinal(next) || tokens.isDigits(end + 1);
        }
        boolean fold = next.endsWith("fold") && !next.equals("fold");
        return isHyphen(end) && (fold || Words.scale(next) != null || next.matches("in|to|or|and"));
    }

    private boolean isHyphen(int i) {
        return Tokens.isDash(word(i)) && tokens.glued(i);
    }

    private String word(int i) {
        return tokens.word(i);
    }
}
