package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Map;
import java.util.UUID;

/** Whom and what new claims name; what was unknown has been made. */
record Named(Map<String, UUID> claimants, Map<String, UUID> subjects, Map<String, UUID> sources) {

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
}
