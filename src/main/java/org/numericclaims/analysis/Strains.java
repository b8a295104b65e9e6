package org.numericclaims.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds, for each of many claims, the other claim of the same or of a broader subject with which it is in tension by
 * the widest gap. An upper bound on the gap cuts the search short: others are looked at from the most strained on.
 */
final class Strains {

    private final List<Statement> others;

    /** All of one unit family and of one subject. */
    Strains(List<Statement> others) {
        this.others = others.stream()
                .sorted(Comparator.comparing(
                        claim -> claim.likely().high(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Tells the widest tension of each of these claims that has any. */
    void worst(List<Statement> claims, Consumer<Rivalry> found) {
        for (var claim : claims) {
            others.stream()
                    .filter(other -> other != claim)
                    .map(other -> Rivalry.of(claim, other))
                    .filter(rivalry -> rivalry.is(Verdict.tension) && rivalry.isOfPart())
                    .min(Rivalry.WORST_FIRST)
                    .ifPresent(found);
        }
    }
}
