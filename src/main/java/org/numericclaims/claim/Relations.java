package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.UUID;
import org.hibernate.Session;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.database.Scalars;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Faults;
import org.numericclaims.naming.Ids;

/** What one claim has to do with others: a part has a whole, a newer figure replaces an older one. */
public final class Relations {

    private final Claim claim;
    private final Faults faults;

    Relations(Claim claim, Faults faults) {
        this.claim = claim;
        this.faults = faults;
    }

    /** Makes the claim relate to what was sent, by ids; what makes no sense goes to the faults. */
    void relate(String partOf, String supersedes) {
        claim.partOf = part(other("part_of", partOf));
        claim.supersedes = older(other("supersedes", supersedes));
    }

    /** Whether figures in these two units can be compared as part and whole. */
    public static boolean convert(String part, String whole) {
        return Unit.of(part, true).converts(Unit.of(whole, true));
    }

    /** Relations change in one transaction at a time where a cycle could come of it. */
    static void lock() {
        AdvisoryLock.take("claim relations");
    }

    /** Refuses a claim that has become a part, or a replacement, of itself, or at odds with those that refer to it. */
    void checkChanged() {
        cycle("part_of", claim.partOf);
        cycle("supersedes", claim.supersedes);
        for (Claim part : Claim.<Claim>list("partOf", claim.id)) {
            if (!convert(part.unit, claim.unit)) {
                faults.senseless(
                        "unit",
                        "unit_mismatch",
                        "Claim " + part.id + " is a part of this one, in " + part.unit + "; change that first.");
                break;
            }
        }
        if (Claim.count("supersedes = ?1 and claimantId <> ?2", claim.id, claim.claimantId) > 0) {
            faults.senseless(
                    "claimant",
                    "other_claimant",
                    "A claim of the same claimant supersedes this one; change that first.");
        }
    }

    private Claim other(String field, String text) {
        if (text == null) {
            return null;
        }
        Claim other = Ids.read(text).flatMap(Claim::kept).orElse(null);
        if (other == null) {
            faults.senseless(field, "unknown_claim", "There is no claim '" + text + "'; send the id of one.");
        } else if (other.id.equals(claim.id)) {
            faults.senseless(field, "cycle", "That is the claim itself; name another.");
            return null;
        }
        return other;
    }

    private UUID part(Claim whole) {
        if (whole == null) {
            return null;
        }
        if (!convert(claim.unit, whole.unit)) {
            faults.senseless(
                    "part_of",
                    "unit_mismatch",
                    "A part in " + claim.unit + " can't be one of a whole in " + whole.unit
                            + ": the units don't convert.");
        }
        return whole.id;
    }

    private UUID older(Claim older) {
        if (older == null) {
            return null;
        }
        if (!older.claimantId.equals(claim.claimantId)) {
            faults.senseless("supersedes", "other_claimant", "Only a claim of the same claimant can be superseded.");
        }
        return older.id;
    }

    private void cycle(String column, UUID first) {
        if (first == null) {
            return;
        }
        var sql = "with recursive up(id) as (select cast(:first as uuid) union"
                + " select c.%1$s from claim c join up on c.id = up.id where c.%1$s is not null)"
                + " select id from up where id = :claim";
        boolean back = !Scalars.query(session(), sql.formatted(column), UUID.class)
                .setParameter("first", first)
                .setParameter("claim", claim.id)
                .getResultList()
                .isEmpty();
        if (back) {
            faults.senseless(column, "cycle", "The claim would come back to itself; name another.");
        }
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
