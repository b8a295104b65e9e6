package org.numericclaims.analysis.chart;

import java.util.ArrayList;
import java.util.List;

/** How much room words need, guessed: which font will show them is not known. */
final class Lettering {

    private static final double NARROW = 0.54;
    private static final double WIDE = 1.05;
    private static final int FIRST_WIDE = 0x1100;

    private Lettering() {}

    /** The width of the words in pixels where letters have that size. */
    static double width(String words, double size) {
        return words.codePoints().mapToDouble(c -> size * share(c)).sum();
    }

    /** The words, cut with an ellipsis where they are wider. */
    static String cut(String words, double size, double widest) {
        if (width(words, size) <= widest) {
            return words;
        }
        var kept = new StringBuilder();
        double left = widest - size;
        for (int c : words.codePoints().toArray()) {
            left -= size * share(c);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().strip() + "…";
    }

    /** The words in at most two lines, broken at a space where there is one. */
    static List<String> wrapped(String words, double size, double widest) {
        if (width(words, size) <= widest) {
            return List.of(words);
        }
        var first = cut(words, size, widest);
        first = first.substring(0, first.length() - 1);
        int space = first.lastIndexOf(' ');
        first = space > 0 ? first.substring(0, space) : first;
        var lines = new ArrayList<>(List.of(first));
        lines.add(cut(words.substring(first.length()).strip(), size, widest));
        return lines;
    }

    private static double share(int character) {
        return character < FIRST_WIDE ? NARROW : WIDE;
    }
}
