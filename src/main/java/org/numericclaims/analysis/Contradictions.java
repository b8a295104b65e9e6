package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Works out every claim about some subjects that another one around it or beside it contradicts, or strains, each with
 * the other claim of the widest gap. Memory holds the claims of these subjects and of those that they are inside, so
 * many subjects are asked family by family.
 */
final class Contradictions {

    private final Set<UUID> subjects;
    private final Set<Scope> around = new LinkedHashSet<>();
    private final Map<UUID, List<Statement>> bySubject;
    private final Map<Scope, List<Statement>> narrower;
    private final List<Rivalry> recorded;

    /** Those of these subjects, which may be {@link Statements#UNCLASSIFIED}, within all that they are inside. */
    Contradictions(Scopes scopes, Collection<UUID> subjects) {
        this.subjects = new HashSet<>(subjects);
        subjects.forEach(subject -> scopes.chain(subject).forEach(around::add));
        var statements = new Statements(scopes);
        bySubject = statements.about(around.stream().map(Scope::subject).toList()).stream()
                .collect(Collectors.groupingBy(Statement::subject));
        if (this.subjects.contains(Statements.UNCLASSIFIED)) {
            bySubject.put(Statements.UNCLASSIFIED, statements.unclassifiedParts());
        }
        narrower = narrower();
        recorded = recorded(statements);
    }

    /** Tells each of the claims that has such a rival. */
    void tell(Sought sought, Consumer<Rivalry> found) {
        Map<UUID, Rivalry> worst = new HashMap<>();
        Consumer<Rivalry> keep = rivalry ->
                worst.merge(rivalry.claim().id(), rivalry, (a, b) -> Rivalry.WORST_FIRST.compare(a, b) <= 0 ? a : b);
        for (var scope : around) {
            var others = claims(scope.subject());
            if (subjects.contains(scope.subject())) {
                held(others, others, sought, (rivals, some) -> rivals.amongSame(some, keep));
            }
            held(
                    narrower.getOrDefault(scope, List.of()),
                    others,
                    sought,
                    (rivals, some) -> rivals.ofNarrower(some, keep));
        }
        recorded.stream().filter(sought::includes).forEach(keep);
        worst.values().forEach(found);
    }

    private List<Statement> claims(UUID subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** For each of the scopes the asked claims that are about a narrower subject of its kind. */
    private Map<Scope, List<Statement>> narrower() {
        Map<Scope, List<Statement>> narrower = new HashMap<>();
        for (var inner : around) {
            for (var outer = inner.broader();
                    outer != null && subjects.contains(inner.subject());
                    outer = outer.broader()) {
                if (outer.kind() == inner.kind()) {
                    narrower.computeIfAbsent(outer, none -> new ArrayList<>()).addAll(claims(inner.subject()));
                }
            }
        }
        return narrower;
    }

    private interface Search {
        void among(Rivals rivals, List<Statement> claims);
    }

    /** Only claims of one unit family, and of one claimant where only his own are sought, are rivals at all. */
    private static void held(List<Statement> claims, List<Statement> others, Sought sought, Search search) {
        var groups = others.stream().collect(Collectors.groupingBy(claim -> group(claim, sought)));
        claims.stream()
                .collect(Collectors.groupingBy(claim -> group(claim, sought)))
                .forEach((group, some) -> {
                    var rivals = groups.get(group);
                    if (rivals != null) {
                        search.among(new Rivals(sought.verdict(), rivals), some);
                    }
                });
    }

    private static List<Object> group(Statement claim, Sought sought) {
        return sought.own()
                ? List.of(claim.unit().base(), claim.claimant())
                : List.of(claim.unit().base());
    }

    /** What is recorded to be a part, against its whole, whatever that is about. */
    private List<Rivalry> recorded(Statements statements) {
        var parts = subjects.stream()
                .flatMap(subject -> claims(subject).stream())
                .filter(claim -> claim.partOf() != null)
                .toList();
        var wholes = statements.of(parts.stream().map(Statement::partOf).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Statement::id, whole -> whole));
        return parts.stream()
                .filter(part -> wholes.containsKey(part.partOf()))
                .map(part -> Rivalry.of(part, wholes.get(part.partOf())))
                .toList();
    }
}
