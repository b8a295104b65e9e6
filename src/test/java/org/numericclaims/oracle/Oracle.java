package org.numericclaims.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers what the analysis answers by looking at every pair of all claims. */
final class Oracle {

    private static final List<String> WORST_FIRST =
            List.of(OraclePairing.CONTRADICT, OraclePairing.TENSION, OraclePairing.AGREE);

    private final List<Told> all;
    private final List<Told> standing;

    /** A pair of claims and what the rule says of it. */
    record Found(Told claim, Told other, OraclePairing pairing) {

        static Found of(Told claim, Told other) {
            return new Found(claim, other, OraclePairing.of(claim, other));
        }

        BigDecimal gap() {
            return pairing.gap();
        }
    }

    Oracle(List<Told> all) {
        this.all = List.copyOf(all);
        Set<String> superseded = all.stream()
                .filter(told -> !told.text("status").equals("withdrawn"))
                .map(told -> told.text("supersedes"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        standing = all.stream()
                .filter(told -> told.text("status").equals("active"))
                .filter(told -> !superseded.contains(told.id()))
                .toList();
    }

    List<Told> all() {
        return all;
    }

    /** Neither withdrawn nor retracted nor superseded. */
    boolean stands(Told told) {
        return standing.contains(told);
    }

    /** Those that are compared: they stand, and are not comparative. */
    List<Told> compared() {
        return standing.stream().filter(told -> !told.isComparative()).toList();
    }

    /** What the claim is comparable with, the worst first. */
    List<Found> checks(Told claim) {
        if (!stands(claim) || claim.isComparative()) {
            return List.of();
        }
        return compared().stream()
                .filter(other -> other != claim)
                .map(other -> Found.of(claim, other))
                .filter(found -> found.pairing().incomparable() == null)
                .sorted(Comparator.<Found>comparingInt(
                                found -> WORST_FIRST.indexOf(found.pairing().verdict()))
                        .thenComparing(Comparator.comparing(Found::gap).reversed())
                        .thenComparing(found -> found.other().id()))
                .toList();
    }

    /**
     * For each A that has a B around it or beside it with that verdict, those B with the widest gap: more than one
     * where they tie, the least id first.
     */
    List<List<Found>> contradictions(Predicate<Told> claims, BiPredicate<Told, Told> pairs, String verdict) {
        var widest = new ArrayList<List<Found>>();
        var compared = compared();
        for (var claim : compared.stream().filter(claims).toList()) {
            var found = compared.stream()
                    .filter(other -> other != claim && pairs.test(claim, other))
                    .map(other -> Found.of(claim, other))
                    .filter(pair -> pair.pairing().isAskedOfTheFirst())
                    .filter(pair -> pair.pairing().verdict().equals(verdict))
                    .toList();
            var most = found.stream().map(Found::gap).max(Comparator.naturalOrder());
            most.ifPresent(gap -> widest.add(found.stream()
                    .filter(pair -> pair.gap().compareTo(gap) == 0)
                    .sorted(Comparator.comparing(pair -> pair.other().id()))
                    .toList()));
        }
        return widest;
    }

    static boolean anyPair(Told claim, Told other) {
        return true;
    }

    static boolean ownPair(Told claim, Told other) {
        return claim.claimant().equals(other.claimant());
    }

    static Optional<Told> latest(List<Told> claims) {
        return claims.stream().max(Told.BY_DATE);
    }
}
