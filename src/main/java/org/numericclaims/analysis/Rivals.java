package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.figure.Days;
import org.numericclaims.subject.SubjectKind;

/**
 * Finds, for each of many claims, the other claim of one subject to which it is a rival by the widest gap: by sweeps,
 * not by pairs.
 *
 * @param verdict contradict or tension
 * @param others all of one unit family and of one subject
 */
record Rivals(Verdict verdict, List<Statement> others) {

    /** Tells the widest rivalry of each of these claims, which are of the same subject. */
    void amongSame(List<Statement> claims, Consumer<Rivalry> found) {
        tell(claims, found, candidate -> {
            around(claims, candidate);
            beside(Edge.down(claims, Statement::period), Edge.down(others, Statement::period), candidate);
            beside(Edge.up(claims, Statement::saidOnly), Edge.up(others, Statement::saidOnly), candidate);
            beside(Edge.down(claims, Statement::saidOnly), Edge.down(others, Statement::saidOnly), candidate);
        });
    }

    /** Tells the widest rivalry of each of these claims, which are of narrower subjects of the same kind. */
    void ofNarrower(List<Statement> claims, Consumer<Rivalry> found) {
        tell(claims, found, candidate -> around(claims, candidate));
    }

    /** The searches go by subject, period and unit; what is recorded goes before, and then every pair is looked at. */
    private void tell(
            List<Statement> claims, Consumer<Rivalry> found, Consumer<BiConsumer<Statement, Statement>> search) {
        Map<UUID, List<Statement>> candidates = new HashMap<>();
        search.accept((claim, other) -> {
            if (claim != other) {
                candidates.computeIfAbsent(claim.id(), id -> new ArrayList<>(2)).add(other);
            }
        });
        for (var claim : claims) {
            var few = candidates.getOrDefault(claim.id(), List.of()).stream()
                    .map(other -> Rivalry.of(claim, other))
                    .toList();
            var rivalries = few.stream().anyMatch(Rivals::isRecorded) ? all(claim) : few.stream();
            rivalries
                    .filter(rivalry -> rivalry.is(verdict) && rivalry.isOfPart())
                    .min(Rivalry.WORST_FIRST)
                    .ifPresent(found);
        }
    }

    private static boolean isRecorded(Rivalry rivalry) {
        return rivalry.found().relation() == Relation.part_of || rivalry.found().relation() == Relation.whole_of;
    }

    private Stream<Rivalry> all(Statement claim) {
        return others.stream().filter(other -> other != claim).map(other -> Rivalry.of(claim, other));
    }

    /** Those whose days hold the claim's: what adds up may be inside a longer period, the rest compares over one. */
    private void around(List<Statement> claims, BiConsumer<Statement, Statement> candidate) {
        var asked = Edge.up(claims, Statement::period);
        var among = Edge.up(others, Statement::period);
        if (others.get(0).scope().kind() == SubjectKind.flow) {
            least(asked, among, candidate);
        } else {
            beside(asked, among, candidate);
        }
    }

    /** Those over the very same days. */
    private void beside(List<Edge> claims, List<Edge> among, BiConsumer<Statement, Statement> candidate) {
        Map<Days, List<Edge>> byDays = among.stream().collect(Collectors.groupingBy(Edge::days));
        claims.stream()
                .collect(Collectors.groupingBy(Edge::days))
                .forEach((days, some) -> least(some, byDays.getOrDefault(days, List.of()), candidate));
    }

    private void least(List<Edge> claims, List<Edge> among, BiConsumer<Statement, Statement> candidate) {
        if (verdict == Verdict.contradict) {
            LeastHigh.find(claims, among, candidate);
        } else {
            LeastLikelyHigh.find(claims, among, candidate);
        }
    }
}
