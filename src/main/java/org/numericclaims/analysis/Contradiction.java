package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.claim.ClaimView;

/** A claim that cannot be true beside another, or hardly can. */
@Schema(
        name = "Contradiction",
        description = "A claim and, of those around it or beside it, the one of the widest gap.")
record Contradiction(
        @Schema(description = "'contradict' or 'tension', as was asked.", examples = "tension")
        Verdict verdict,

        @Schema(description = "What the claim is of the other: 'part_of' where that is recorded.", examples = "inside")
        Relation relation,

        @Schema(description = "How far the intervals are from allowing each other.", examples = "81000")
        BigDecimal gap,

        @Schema(description = "The unit of the gap: the claim's.", examples = "people")
        String unit,

        @Schema(description = "One sentence with the figures in it.", examples = Rivalry.EXAMPLE)
        String reason,

        @Schema(description = "The claim.") ClaimView claim,
        @Schema(description = "The other one.") ClaimView other) {

    static Contradiction of(Rivalry rivalry, ClaimView claim, ClaimView other) {
        return new Contradiction(
                rivalry.found().verdict(),
                rivalry.found().relation(),
                rivalry.gap(),
                rivalry.claim().unit().name(),
                rivalry.reason(),
                claim,
                other);
    }

    /** A page of contradictions, the worst first. */
    @Schema(name = "Contradictions", description = "A page of contradictions, the worst first.")
    record Page(
            @Schema(description = "The contradictions.") List<Contradiction> items,

            @Schema(nullable = true, description = "Send it as cursor for the next page; null on the last.")
            String next) {}
}
