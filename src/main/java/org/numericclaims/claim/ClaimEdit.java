package org.numericclaims.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.MergePatch;
import org.numericclaims.http.Problems;

/**
 * A correction of one claim as it was asked: a PUT of the whole, or a merge patch.
 *
 * @param newUnit whether a unit that is unknown or one slip from a known one is meant
 */
record ClaimEdit(String id, ObjectNode sent, boolean patch, boolean newUnit) {

    /** The claim with that id, and nobody else changes it before this transaction ends; 404 where there is none. */
    static Claim locked(String id) {
        return Relations.id(id).flatMap(Claim::locked).orElseThrow(() -> Problems.notFound("claim", id));
    }

    /** Corrects the claim, if {@code ifMatch} names its version, and returns it as it is then. */
    ClaimView apply(Conditional conditional, String ifMatch) {
        refuseUnreadable();
        if (Stream.of("part_of", "supersedes").anyMatch(sent::hasNonNull)) {
            Relations.lock();
        }
        var claim = locked(id);
        Conditional.expect(ifMatch, claim.version);
        var known = conditional.json(ClaimRow.view(claim.id).orElseThrow());
        var faults = new Faults();
        var fields = new JsonBody(sent).fields(faults);
        fields.unchanged(ClaimView.READ_ONLY, known);
        refuseOtherId(fields, claim.id);
        ClaimChange.apply(claim, NewClaim.read(new JsonBody(whole(known)).fields(faults), newUnit), faults);
        return ClaimRow.view(claim.id).orElseThrow();
    }

    private void refuseUnreadable() {
        var unreadable = new Faults();
        var fields = new JsonBody(sent).fields(unreadable);
        fields.only(ClaimPages.FIELDS);
        NewClaim.read(fields, newUnit);
        unreadable.throwIfUnreadable();
    }

    private void refuseOtherId(Fields fields, UUID claim) {
        if (sent.hasNonNull("id") && !sent.get("id").asText().equalsIgnoreCase(claim.toString())) {
            fields.senseless("id", "id_mismatch", "'id' is not that of the address; leave it out.");
        }
    }

    /** What the claim is to be; words that come alone are read anew. */
    private ObjectNode whole(ObjectNode known) {
        if (!patch) {
            return sent;
        }
        var whole = MergePatch.apply(known, sent);
        if (sent.hasNonNull("figure_text")
                && !sent.get("figure_text").equals(known.get("figure_text"))
                && Wording.NUMBERS.stream().noneMatch(sent::has)) {
            whole.remove(Wording.NUMBERS);
        }
        return whole;
    }
}
