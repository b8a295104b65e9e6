package org.numericclaims.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The claim with the least upper bound among those that were added and end on a day or later (a Fenwick tree over the
 * days on which any ends): each question and each addition takes the logarithm of their number.
 */
final class LeastHigh {

    /** The least first; at one number an end that is left out is less than one that is not. No end comes last. */
    static final Comparator<Statement> BY_HIGH = Comparator.comparing(
                    (Statement claim) -> claim.logical().high(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(claim -> !claim.logical().highOpen())
            .thenComparing(claim -> claim.id().toString());

    private final LocalDate[] ends;
    private final Statement[] least;

    /** For claims that all have a period. */
    LeastHigh(List<Statement> claims) {
        ends = claims.stream().map(Statement::to).sorted().distinct().toArray(LocalDate[]::new);
        least = new Statement[ends.length + 1];
    }

    void add(Statement claim) {
        for (int i = place(claim.to()); i < least.length; i += i & -i) {
            if (least[i] == null || BY_HIGH.compare(claim, least[i]) < 0) {
                least[i] = claim;
            }
        }
    }

    /** The least of those that end on that day or later; null where there are none. */
    Statement from(LocalDate day) {
        Statement found = null;
        for (int i = place(day); i > 0; i -= i & -i) {
            if (least[i] != null && (found == null || BY_HIGH.compare(least[i], found) < 0)) {
                found = least[i];
            }
        }
        return found;
    }

    /** Later days have lower places, so that a prefix of the tree is all that end no earlier. */
    private int place(LocalDate day) {
        int at = Arrays.binarySearch(ends, day);
        return ends.length - (at >= 0 ? at : -at - 1);
    }
}
