package org.numericclaims.figure.unit;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How far a text is from the known units: insertions, deletions, changes and swaps of neighbours (Damerau 1964). */
final class Spelling {

    /** Shorter ones are a slip away from too many honest words: cats and cars, pen and men. */
    private static final Predicate<String> WORD = Pattern.compile("\\p{L}{5,}").asMatchPredicate();

    private Spelling() {}

    /** The known unit whose name or alias is one slip away. */
    static Optional<Unit> slip(String word) {
        if (word.length() < 4) {
            return Optional.empty();
        }
        return Units.foldedLabels().stream()
                .filter(label -> WORD.test(label) && Math.abs(label.length() - word.length()) < 2)
                .filter(label -> distance(label, word) == 1)
                .findFirst()
                .flatMap(Units::labelledInAnyCase);
    }

    /** The names of the three nearest known units, nearest first. */
    static String nearest(String text) {
        String folded = Units.fold(text);
        return Units.foldedLabels().stream()
                .filter(label -> label.length() > 1 || !Character.isLetter(label.charAt(0)))
                .collect(Collectors.groupingBy(label -> distance(label, folded), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(label -> Units.labelledInAnyCase(label).or(() -> Units.labelled(label)))
                .flatMap(Optional::stream)
                .map(Unit::name)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
