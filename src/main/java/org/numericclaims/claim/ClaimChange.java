package org.numericclaims.claim;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.UUID;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Problems;

/** The rules of adding and correcting one claim; each refusal leaves everything as it was. */
final class ClaimChange {

    private ClaimChange() {}

    /** Adds a claim; refuses one that stands already, unless {@code insist}. */
    static UUID add(NewClaim sent, boolean insist) {
        var claim = new Claim();
        claim.say(sent);
        new KnownNames().in(List.of(sent)).apply(claim, sent);
        var faults = new Faults();
        new Relations(claim, faults).relate(sent.partOf(), sent.supersedes());
        faults.throwIfAny();
        if (!insist) {
            Duplicates.lock(claim);
            var standing = Duplicates.of(List.of(claim)).get(claim);
            if (standing != null) {
                throw duplicate(standing);
            }
        }
        claim.persistAndFlush();
        return claim.id;
    }

    /** Makes the claim, which is locked, what was sent, after all faults of it are known. */
    static void apply(Claim claim, NewClaim sent, Faults faults) {
        faults.throwIfAny();
        refuseHalf(claim, sent, faults);
        faults.throwIfAny();
        claim.say(sent);
        new KnownNames().in(List.of(sent)).apply(claim, sent);
        var relations = new Relations(claim, faults);
        relations.relate(sent.partOf(), sent.supersedes());
        faults.throwIfAny();
        relations.checkChanged();
        faults.throwIfAny();
        Claim.flush();
    }

    /** Words and numbers go together: a claim whose one half alone is changed would say two things. */
    private static void refuseHalf(Claim claim, NewClaim sent, Faults faults) {
        if (claim.figureText == null || sent.figureText() == null) {
            return;
        }
        boolean sameWords = claim.figureText.equals(sent.figureText());
        boolean sameNumbers = Wording.same(claim.stated(), sent.figure());
        if (sameWords && !sameNumbers) {
            faults.senseless(
                    "figure_text",
                    "words_and_numbers",
                    "The words '" + claim.figureText + "' are of the old number: send new words as well, or null.");
        } else if (!sameWords && sameNumbers && !Wording.says(sent.figureText(), sent.unit(), sent.figure())) {
            faults.senseless(
                    "figure",
                    "words_and_numbers",
                    "The number is of the old words: send the new number as well, or leave it out to have it read.");
        }
    }

    private static HttpProblem duplicate(UUID standing) {
        var address = "/v1/claims/" + standing;
        return Problems.duplicate(
                address, "This claim stands already: " + address + ". Send duplicate=allow if it was said twice.");
    }
}
