package org.numericclaims.figure.unit;

import java.util.Set;
import java.util.regex.Pattern;

/** Words and numbers that say how large a figure is, and so belong to the figure and not to its unit. */
final class Scale {

    private static final Set<String> WORDS = Set.of(
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "million",
            "millions",
            "billion",
            "billions",
            "trillion",
            "trillions",
            "quadrillion",
            "dozen",
            "dozens",
            "lakh",
            "lakhs",
            "crore",
            "crores",
            "mn",
            "mln",
            "mio",
            "mrd",
            "bn",
            "bln",
            "tn",
            "trn");

    /** "$bn", "USDm". */
    private static final Pattern GLUED_TO_CURRENCY =
            Pattern.compile("(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3})(?:k|m|mn|mln|b|bn|bln|tn|trn)");

    /** "100 people", "1000s". */
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\d[\\d., ]*(?:s| \\p{L}.*)");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Scale() {}

    /** A scale word straight after "per" is a denominator: "cases per million". */
    static boolean isIn(String text) {
        String before = "";
        for (String word : NO_LETTERS.split(Units.fold(text))) {
            if (WORDS.contains(word) && !before.equals("per")) {
                return true;
            }
            before = word;
        }
        return GLUED_TO_CURRENCY.matcher(text).matches()
                || LEADING_NUMBER.matcher(text).matches();
    }
}
