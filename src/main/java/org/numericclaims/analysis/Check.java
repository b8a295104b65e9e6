package org.numericclaims.analysis;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.claim.ClaimView;

/** How another claim stands to the one that is checked. */
@Schema(name = "Check", description = "How another claim stands to the one that is checked.")
record Check(
        @Schema(
                description = "'agree': the likely intervals allow both; 'tension': only the logical ones do;"
                        + " 'contradict': not even those.",
                examples = "tension")
        Verdict verdict,

        @Schema(
                description = "What the claim is of the other: 'part_of' and 'whole_of' where that is recorded.",
                examples = "inside")
        Relation relation,

        @Schema(
                description = "How far the intervals are from allowing each other, in the unit of the claim: the"
                        + " logical ones in a contradiction, else the likely ones.",
                examples = "81000")
        BigDecimal gap,

        @Schema(description = "One sentence with the figures in it.", examples = Rivalry.EXAMPLE)
        String reason,

        @Schema(description = "The other claim.") ClaimView other) {

    static Check of(Rivalry rivalry, ClaimView other) {
        return new Check(rivalry.found().verdict(), rivalry.found().relation(), rivalry.gap(), rivalry.reason(), other);
    }
}
