package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.claim.ClaimView;

/** What running totals imply for a span, beside what was claimed for it. */
@Schema(name = "Implied", description = "What running totals imply for a span, beside what was claimed for it.")
record Implied(
        @Schema(description = "The name of the subject.", examples = "Russian soldiers killed or wounded")
        String subject,

        @Schema(description = "The span that was asked for.", examples = "2024")
        String period,

        @Schema(description = "One for each claimant with two totals that imply it, by name.")
        List<Item> items) {

    /** What the totals of one claimant imply. */
    @Schema(name = "ImpliedFigure", description = "What the totals of one claimant imply: derived, stated by nobody.")
    record Item(
            @Schema(description = "Whose totals they are.", examples = "General Staff of Ukraine")
            String claimant,

            @Schema(description = "Always true: nobody stated it.", examples = "true")
            boolean derived,

            @Schema(
                    nullable = true,
                    description = "The later total less the earlier one; null where one of them is a range.",
                    examples = "430320")
            BigDecimal figure,

            @Schema(nullable = true, description = "The least that the two totals allow; null is open.")
            BigDecimal low,

            @Schema(nullable = true, description = "The most that the two totals allow; null is open.")
            BigDecimal high,

            @Schema(nullable = true, description = "The least that a reader would take it to mean.")
            BigDecimal likelyLow,

            @Schema(nullable = true, description = "The most that a reader would take it to mean.")
            BigDecimal likelyHigh,

            @Schema(description = "The unit of all these: the later total's.", examples = "people")
            String unit,

            @Schema(
                    description = "The ids of the later total and of the earlier one.",
                    examples = "[\"01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11\", \"01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e12\"]")
            List<UUID> from,

            @Schema(description = "The claims for exactly that span, by anybody.")
            List<ClaimView> claimed,

            @Schema(nullable = true, description = "The worst of these against the implied figure; null without any.")
            Verdict verdict) {}
}
