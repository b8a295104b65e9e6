package org.numericclaims.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.naming.Ids;

/**
 * What a claim allows from one side: how far up, or mirrored at 0, how far down. So one search finds the least of the
 * upper bounds, and the greatest of the lower ones.
 *
 * @param days by which it is around others, or inside them
 */
record Edge(Statement claim, Days days, Interval logical, Interval likely) {

    /** The least upper end first; at one number an end that is left out comes first. No end comes last. */
    static final Comparator<Interval> BY_HIGH = Comparator.comparing(
                    Interval::high, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(interval -> !interval.highOpen());

    static final Comparator<Edge> BY_ID = Comparator.comparing(Edge::id, Ids.ORDER);

    /** The claims' upper bounds, of those that have such days. */
    static List<Edge> up(List<Statement> claims, Function<Statement, Days> days) {
        return of(claims, days)
                .map(claim -> new Edge(claim, days.apply(claim), claim.logical(), claim.likely()))
                .toList();
    }

    /** The claims' lower bounds, mirrored, of those that have such days. */
    static List<Edge> down(List<Statement> claims, Function<Statement, Days> days) {
        return of(claims, days)
                .map(claim -> new Edge(
                        claim,
                        days.apply(claim),
                        claim.logical().mirrored(),
                        claim.likely().mirrored()))
                .toList();
    }

    private static Stream<Statement> of(List<Statement> claims, Function<Statement, Days> days) {
        return claims.stream().filter(claim -> days.apply(claim) != null);
    }

    UUID id() {
        return claim.id();
    }
}
