package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.source.Source;
import org.numericclaims.subject.Subject;

/** Whom and what new claims name; what was unknown has been made. */
record Named(Map<String, UUID> claimants, Map<String, UUID> subjects, Map<String, UUID> sources) {

    /** Looks up, or makes, all that these claims name, by a few statements however many they are. */
    static Named in(Collection<NewClaim> claims) {
        return new Named(
                Claimant.named(texts(claims, NewClaim::claimant)),
                subjects(claims),
                Source.named(texts(claims, NewClaim::source)));
    }

    /** Makes the claim name what was sent. */
    void apply(Claim claim, NewClaim sent) {
        claim.claimantId = claimants.get(sent.claimant());
        claim.subjectId = subjects.get(sent.subject());
        claim.sourceId = sources.get(sent.source());
        claim.baselineSubjectId = subjects.get(sent.baselineSubject());
    }

    /** Takes out again what this transaction has made by naming it and no claim names any longer. */
    static void forgetUnused() {
        var references = Map.of(
                "claimant", "c.claimant_id = n.id",
                "subject", "n.id in (c.subject_id, c.baseline_subject_id)",
                "source", "c.source_id = n.id");
        references.forEach((table, reference) -> Panache.getEntityManager()
                .createNativeQuery("delete from " + table + " n where n.xmin = cast(pg_current_xact_id() as xid)"
                        + " and not exists (select from claim c where " + reference + ")")
                .executeUpdate());
    }

    private static Map<String, UUID> subjects(Collection<NewClaim> claims) {
        var counted = new HashMap<String, Boolean>();
        for (var claim : claims) {
            Stream.of(claim.subject(), claim.baselineSubject())
                    .filter(Objects::nonNull)
                    .forEach(name -> counted.putIfAbsent(name, claim.unit().isCount()));
        }
        return counted.isEmpty() ? new HashMap<>() : Subject.named(counted);
    }

    private static Collection<String> texts(Collection<NewClaim> claims, Function<NewClaim, String> text) {
        return claims.stream().map(text).collect(Collectors.toSet());
    }
}
