package org.numericclaims.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds, for each of many claims, among the claims that begin no later and end no earlier the one with the least upper
 * bound: a dominance problem, solved by a sweep over the beginnings. Those that were passed are kept in a Fenwick tree
 * over the days on which any ends, so that n claims take n log n steps and one word of memory each.
 */
final class LeastHigh {

    private static final Comparator<Edge> BY_HIGH =
            Comparator.comparing(Edge::logical, Edge.BY_HIGH).thenComparing(Edge.BY_ID);

    private static final Comparator<Edge> BY_BEGINNING =
            Comparator.comparing(edge -> edge.days().first());

    private final LocalDate[] ends;
    private final Edge[] least;

    private LeastHigh(List<Edge> edges) {
        ends = edges.stream()
                .map(edge -> edge.days().last())
                .sorted()
                .distinct()
                .toArray(LocalDate[]::new);
        least = new Edge[ends.length + 1];
    }

    /** Tells each of {@code asked} with what was found among the others, where there was anything. */
    static void find(List<Edge> asked, List<Edge> others, BiConsumer<Statement, Statement> found) {
        var passed = new LeastHigh(others);
        var coming = others.stream().sorted(BY_BEGINNING).toList();
        int next = 0;
        for (var edge : asked.stream().sorted(BY_BEGINNING).toList()) {
            while (next < coming.size()
                    && !coming.get(next).days().first().isAfter(edge.days().first())) {
                passed.add(coming.get(next++));
            }
            var other = passed.from(edge.days().last());
            if (other != null) {
                found.accept(edge.claim(), other.claim());
            }
        }
    }

    private void add(Edge edge) {
        for (int i = place(edge.days().last()); i < least.length; i += i & -i) {
            if (least[i] == null || BY_HIGH.compare(edge, least[i]) < 0) {
                least[i] = edge;
            }
        }
    }

    /** The least of those that end on that day or later; null where there are none. */
    private Edge from(LocalDate day) {
        Edge found = null;
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
