package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.numericclaims.naming.Merged;

/** Moves claims to the claimant, subject or source that is left of two, in the transaction that merges them. */
@ApplicationScoped
class MergedNames {

    private static final Map<String, List<String>> REFERENCES = Map.of(
            "claimant", List.of("claimant_id"),
            "subject", List.of("subject_id", "baseline_subject_id"),
            "source", List.of("source_id"));

    private final EntityManager em;

    MergedNames(EntityManager em) {
        this.em = em;
    }

    void move(@Observes Merged merged) {
        ClaimVersion.giveReason("Its " + merged.table() + " was merged into another.");
        for (var column : REFERENCES.get(merged.table())) {
            em.createNativeQuery("update claim set %1$s = :into, version = version + 1"
                            .concat(" where %1$s = :from")
                            .formatted(column))
                    .setParameter("into", merged.into())
                    .setParameter("from", merged.from())
                    .executeUpdate();
        }
    }
}
