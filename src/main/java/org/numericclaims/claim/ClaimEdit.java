package org.numericclaims.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.http.Editable;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Versioned;
import org.numericclaims.naming.Ids;

/**
 * Corrections of our record of a claim.
 *
 * @param newUnit whether a unit that is unknown or one slip from a known one is meant
 * @param relates whether the claim is to relate to others, so that a cycle could come of it
 * @param purges whether to remove it is to erase it with its history, other than to withdraw it
 */
record ClaimEdit(boolean newUnit, boolean relates, boolean purges) implements Editable<Claim, NewClaim> {

    /** To take a claim out of the record. */
    static final ClaimEdit WITHDRAWAL = new ClaimEdit(false, false, false);

    /** To erase it with all its versions, for ever. */
    static final ClaimEdit PURGE = new ClaimEdit(false, true, true);

    /** To change it as that body says. */
    static ClaimEdit by(JsonBody body, boolean newUnit) {
        return new ClaimEdit(newUnit, Stream.of("part_of", "supersedes").anyMatch(body.json()::hasNonNull), false);
    }

    @Override
    public Claim locked(String address) {
        if (relates) {
            Relations.lock(); // before the row: two that lock each other's would wait for ever
        }
        return Ids.read(address).flatMap(Claim::locked).orElseThrow(() -> Claim.missing(address));
    }

    @Override
    public NewClaim read(Fields body) {
        body.only(ClaimField.NAMES);
        return NewClaim.read(body, newUnit);
    }

    @Override
    public void apply(Claim claim, NewClaim sent, Faults faults) {
        ClaimChange.apply(claim, sent, faults);
    }

    @Override
    public void remove(Claim claim) {
        if (purges) {
            claim.purge();
        } else {
            claim.status = ClaimStatus.withdrawn;
        }
    }

    @Override
    public Versioned view(Claim claim) {
        return ClaimRow.view(claim.id).orElseThrow();
    }

    @Override
    public List<String> readOnly() {
        return ClaimView.READ_ONLY;
    }

    /** Words that come alone are read anew. */
    @Override
    public ObjectNode patched(ObjectNode stored, ObjectNode patch) {
        var whole = Editable.super.patched(stored, patch);
        boolean words =
                patch.hasNonNull("figure_text") && !patch.get("figure_text").equals(stored.get("figure_text"));
        return words && Wording.NUMBERS.stream().noneMatch(patch::has) ? whole.remove(Wording.NUMBERS) : whole;
    }
}
