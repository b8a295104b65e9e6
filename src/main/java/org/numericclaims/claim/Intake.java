package org.numericclaims.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Takes many new claims into the record by a few statements, inside the transaction that is running. */
public final class Intake {

    /** The claim that a new one became, or that stood already. */
    public record Kept(UUID id, boolean stood) {}

    private static final String TWINS = " from unnest(:ours, :theirs) as twin(ours, theirs) ";

    private static final List<String> REPLACE = List.of(
            "update claim set part_of = theirs" + TWINS + "where part_of = ours",
            "update claim set supersedes = theirs" + TWINS + "where supersedes = ours",
            "delete from claim using unnest(:ours, :theirs) as twin(ours, theirs) where id = ours");

    private Intake() {}

    /**
     * Keeps these claims in their order, without their relations, other than those that stand already or came before
     * among them.
     */
    public static List<Kept> keep(List<NewClaim> sent) {
        var names = Named.in(sent);
        var claims = new ArrayList<Claim>();
        for (var one : sent) {
            var claim = new Claim();
            claim.say(one);
            names.apply(claim, one);
            claims.add(claim);
        }
        var standing = Duplicates.of(claims);
        var first = new HashMap<List<?>, UUID>();
        var kept = new ArrayList<Kept>();
        for (var claim : claims) {
            var known = standing.getOrDefault(claim, first.get(utterance(claim)));
            if (known == null) {
                claim.persist();
                if (claim.status != ClaimStatus.withdrawn) {
                    first.put(utterance(claim), claim.id);
                }
            }
            kept.add(new Kept(known == null ? claim.id : known, known != null));
        }
        Claim.flush();
        Claim.getEntityManager().clear();
        return kept;
    }

    /** Takes claims out again that this transaction has kept, and the names that only they had. */
    public static void drop(Collection<UUID> claims) {
        Claim.delete("id in ?1", claims);
        Named.forgetUnused();
    }

    /**
     * Takes out again what others have added since this transaction began, in transactions that it could not see. Until
     * it ends, nobody adds a claim; so it is the last thing to do.
     *
     * @return how many claims went; those that referred to them refer to the others'
     */
    public static int settle(Instant began) {
        var twins = Duplicates.addedMeanwhile(began);
        if (!twins.isEmpty()) {
            // by a few statements, because everybody waits
            REPLACE.forEach(sql -> Claim.getEntityManager()
                    .unwrap(Session.class)
                    .createNativeMutationQuery(sql)
                    .setParameter("ours", twins.keySet().toArray(UUID[]::new))
                    .setParameter("theirs", twins.values().toArray(UUID[]::new))
                    .executeUpdate());
        }
        return twins.size();
    }

    private static List<?> utterance(Claim claim) {
        return Arrays.asList(
                claim.claimantId,
                claim.subjectId,
                claim.figure,
                claim.figureTo,
                claim.qualifier,
                claim.unit,
                claim.date,
                claim.period,
                claim.baselineSubjectId,
                claim.baselinePeriod,
                claim.sourceId);
    }
}
