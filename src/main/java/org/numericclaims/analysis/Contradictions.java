package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Every claim that another one around it or beside it contradicts, or strains, each with the other claim of the widest
 * gap; subject by subject, so that memory holds the claims of one subject and those that it is inside.
 *
 * @param verdict contradict or tension
 * @param own whether only claims of one claimant are held against each other
 */
record Contradictions(Scopes scopes, Verdict verdict, boolean own) {

    /** Tells each of the claims of that subject that has a rival. */
    void of(UUID subject, Consumer<Rivalry> found) {
        var statements = new Statements(scopes);
        var chain = new ArrayList<UUID>();
        for (var scope = scopes.of(subject); scope != null; scope = scope.broader()) {
            chain.add(scope.subject());
        }
        var worst = new HashMap<UUID, Rivalry>();
        Consumer<Rivalry> keep = rivalry ->
                worst.merge(rivalry.claim().id(), rivalry, (a, b) -> Rivalry.WORST_FIRST.compare(a, b) <= 0 ? a : b);
        var bySubject = statements.about(chain).stream()
                .collect(Collectors.groupingBy(claim -> claim.scope().subject()));
        var claims = bySubject.getOrDefault(subject, List.of());
        for (var broader : chain) {
            held(claims, bySubject.getOrDefault(broader, List.of()), broader.equals(subject), keep);
        }
        parts(claims, statements, keep);
        worst.values().forEach(found);
    }

    /** Tells each of the claims without a subject that its recorded whole is a rival to. */
    void unclassified(Consumer<Rivalry> found) {
        var statements = new Statements(scopes);
        parts(statements.unclassifiedParts(), statements, found);
    }

    private void held(List<Statement> claims, List<Statement> others, boolean same, Consumer<Rivalry> keep) {
        var groups = others.stream().collect(Collectors.groupingBy(this::group));
        claims.stream().collect(Collectors.groupingBy(this::group)).forEach((group, some) -> {
            var rivals = groups.get(group);
            if (rivals != null) {
                new Rivals(rivals, same).worst(some, verdict, keep);
            }
        });
    }

    /** Only claims of one group are comparable at all. */
    private List<Object> group(Statement claim) {
        return own
                ? List.of(claim.unit().base(), claim.claimant())
                : List.of(claim.unit().base());
    }

    /** What is recorded to be a part is held against its whole, whatever that is about. */
    private void parts(List<Statement> claims, Statements statements, Consumer<Rivalry> keep) {
        var parts = claims.stream().filter(claim -> claim.partOf() != null).toList();
        Map<UUID, Statement> wholes =
                statements.of(parts.stream().map(Statement::partOf).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Statement::id, whole -> whole));
        for (var part : parts) {
            var whole = wholes.get(part.partOf());
            if (whole != null && (!own || whole.claimant().equals(part.claimant()))) {
                var rivalry = Rivalry.of(part, whole);
                if (rivalry.is(verdict)) {
                    keep.accept(rivalry);
                }
            }
        }
    }
}
