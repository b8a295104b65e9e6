package org.numericclaims.figure.words;

import org.numericclaims.figure.Unreadable;

/** The reasons to refuse a text, each with the way to mend it. */
enum Refusal {
    NUMBER_AMBIGUOUS("\"%s\" can be read in more than one way: write the digits out, in threes by comma."),
    NOT_A_DECIMAL("\"%s\" has no finite decimal: send the number that is meant."),
    FIGURE_VAGUE("\"%s\" names no number: send figure and qualifier beside the words."),
    TWO_BOUNDS("\"%s\" bounds the figure twice: write a range, or send figure and figure_to."),
    RANGE_REVERSED("\"%s\" ends below its beginning: put the smaller number first."),
    UNIT_DIFFERS("\"%s\" names another unit than the request: correct one of the two."),
    NO_FIGURE("No figure was found in \"%s\": write one in digits or in English words."),
    UNREAD_REST("\"%s\" was left unread: keep only the figure, its qualifier and its unit.");

    private static final int SHOWN = 60;

    private final String detail;

    Refusal(String detail) {
        this.detail = detail;
    }

    Unreadable of(String words) {
        var shown = words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
        return new Unreadable(name().toLowerCase(java.util.Locale.ROOT), detail.formatted(shown));
    }
}
