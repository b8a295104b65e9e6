package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numericclaims.figure.Days;
import org.numericclaims.subject.SubjectKind;

/**
 * Finds, for each of many claims, the other claim of the same or of one broader subject to which it is a rival by the
 * widest gap. For contradictions, the claims around one in time are those that begin no later and end no earlier: a
 * dominance problem, solved by a sweep over the beginnings. So n claims take n log n steps, and a few words of memory
 * each. For tensions every pair is looked at.
 */
final class Rivals {

    /** The greatest lower bound first; at one number an end that is left out is more than one that is not. */
    private static final Comparator<Statement> BY_LOW_DOWN = Comparator.comparing(
                    (Statement claim) -> claim.logical().low(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(claim -> claim.logical().lowOpen())
            .thenComparing(claim -> claim.id().toString())
            .reversed();

    private final List<Statement> others;
    private final boolean sameSubject;

    /**
     * All of one unit family and of one subject.
     *
     * @param sameSubject whether the claims to be compared with them are of that subject too, else of a narrower one
     */
    Rivals(List<Statement> others, boolean sameSubject) {
        this.others = others;
        this.sameSubject = sameSubject;
    }

    /** Tells, of each of these claims, which are of one subject, the rivalry of that verdict with the widest gap. */
    void worst(List<Statement> claims, Verdict verdict, Consumer<Rivalry> found) {
        if (verdict == Verdict.contradict) {
            contradicted(claims, found);
        } else {
            claims.forEach(claim -> widest(all(claim), verdict).ifPresent(found));
        }
    }

    private void contradicted(List<Statement> claims, Consumer<Rivalry> found) {
        var candidates = new HashMap<Statement, List<Statement>>();
        candidates(
                claims,
                (claim, other) -> candidates
                        .computeIfAbsent(claim, none -> new ArrayList<>())
                        .add(other));
        candidates.forEach((claim, few) -> widest(
                        few.stream()
                                .map(other -> Rivalry.of(claim, other))
                                .flatMap(rivalry -> isRecorded(rivalry) ? all(claim) : Stream.of(rivalry)),
                        Verdict.contradict)
                .ifPresent(found));
    }

    private static Optional<Rivalry> widest(Stream<Rivalry> rivalries, Verdict verdict) {
        return rivalries
                .filter(rivalry -> rivalry.is(verdict) && rivalry.isOfPart())
                .min(Rivalry.WORST_FIRST);
    }

    /** Where what is recorded goes before what the sweep goes by, every pair is looked at. */
    private static boolean isRecorded(Rivalry rivalry) {
        return rivalry.found().relation() == Relation.part_of || rivalry.found().relation() == Relation.whole_of;
    }

    private Stream<Rivalry> all(Statement claim) {
        return others.stream().filter(other -> other != claim).map(other -> Rivalry.of(claim, other));
    }

    private void candidates(List<Statement> claims, BiConsumer<Statement, Statement> candidate) {
        var kind = claims.get(0).scope().kind();
        if (kind != others.get(0).scope().kind()) {
            return;
        }
        beside(claims, candidate, Statement::period, kind != SubjectKind.flow);
        if (kind == SubjectKind.flow) {
            around(claims, candidate);
        }
        if (sameSubject) {
            beside(claims, candidate, claim -> claim.timed() ? null : claim.said(), true);
        }
    }

    private void around(List<Statement> claims, BiConsumer<Statement, Statement> candidate) {
        var sorted = byBeginning(others);
        var least = new LeastHigh(sorted);
        int next = 0;
        for (var claim : byBeginning(claims)) {
            while (next < sorted.size() && !sorted.get(next).from().isAfter(claim.from())) {
                least.add(sorted.get(next++));
            }
            var other = least.from(claim.to());
            if (other != null) {
                candidate.accept(claim, other);
            }
        }
    }

    private static List<Statement> byBeginning(List<Statement> claims) {
        return claims.stream()
                .filter(claim -> claim.period() != null)
                .sorted(Comparator.comparing(Statement::from))
                .toList();
    }

    /** Those over the very same days: the least upper bound among them, and for one subject the greatest lower one. */
    private void beside(
            List<Statement> claims,
            BiConsumer<Statement, Statement> candidate,
            Function<Statement, Days> days,
            boolean uppers) {
        Map<Days, Statement> least = new HashMap<>();
        Map<Days, Statement> greatest = new HashMap<>();
        for (var other : others) {
            var key = days.apply(other);
            if (key != null) {
                least.merge(key, other, (a, b) -> LeastHigh.BY_HIGH.compare(a, b) <= 0 ? a : b);
                greatest.merge(key, other, (a, b) -> BY_LOW_DOWN.compare(a, b) <= 0 ? a : b);
            }
        }
        for (var claim : claims) {
            var key = days.apply(claim);
            Stream.of(uppers ? least.get(key) : null, sameSubject ? greatest.get(key) : null)
                    .filter(Objects::nonNull)
                    .filter(other -> other != claim)
                    .forEach(other -> candidate.accept(claim, other));
        }
    }
}
