package org.numericclaims.appearance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.numericclaims.naming.Merged;

/**
 * Moves appearances to the source that is left of two, in the transaction that merges them; of two that become one the
 * one that moves is removed. Where the claim itself moves onto an appearance, the database removes that.
 */
@ApplicationScoped
class MergedAppearances {

    private static final List<String> MOVE =
            List.of("""
            update appearance a set removed_at = greatest(record_time(), a.created_at)
            where a.source_id = :from and a.removed_at is null
              and (exists (select from claim c where c.id = a.claim_id and c.source_id = :into)
                or exists (select from appearance b
                           where b.claim_id = a.claim_id and b.source_id = :into and b.removed_at is null))""", "update appearance set source_id = :into where source_id = :from");

    private final EntityManager em;

    MergedAppearances(EntityManager em) {
        this.em = em;
    }

    void move(@Observes Merged merged) {
        if (merged.table().equals("source")) {
            MOVE.forEach(sql -> em.createNativeQuery(sql)
                    .setParameter("from", merged.from())
                    .setParameter("into", merged.into())
                    .executeUpdate());
        }
    }
}
