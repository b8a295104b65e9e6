package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.claim.ClaimView;

/** The latest claim of each claimant about one subject, and how each two stand to each other. */
@Schema(name = "Comparison", description = "The latest claim of each claimant about one subject, side by side.")
record SideBySide(
        @Schema(description = "The name of the subject.", examples = "Russian soldiers killed in the war in Ukraine")
        String subject,

        @Schema(nullable = true, description = "The period that was asked for; null where none was.", examples = "2024")
        String period,

        @Schema(description = "Always true: nobody stated the bounds and counts here.", examples = "true")
        boolean derived,

        @Schema(nullable = true, description = "The least that the words of any of the claims allow; null is open.")
        BigDecimal low,

        @Schema(nullable = true, description = "The most that the words of any of the claims allow; null is open.")
        BigDecimal high,

        @Schema(description = "The claims, by claimant.") List<ClaimView> items,

        @Schema(
                nullable = true,
                description = "The unit of low and high: the one that most of the claims have. Claims whose units don't"
                        + " convert into it are not in low and high.",
                examples = "people")
        String unit,

        @Schema(description = "Each two of the claims.") List<Pair> pairs,

        @Schema(description = "How many claims it drew on, superseded ones left out.", examples = "1628")
        int claimCount,

        @Schema(description = "How many claimants made them.", examples = "2")
        int claimantCount,

        @Schema(
                description =
                        "In how many independent sources they stand, those of their appearances among them, by publisher"
                                + " where that is known.",
                examples = "2")
        int sourceCount) {

    /** Two claims and what follows from them. */
    @Schema(name = "ComparedPair", description = "Two claims and what follows from them side by side.")
    record Pair(
            @Schema(description = "The id of the one claim.", examples = "01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11")
            UUID a,

            @Schema(description = "The id of the other claim.", examples = "01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e12")
            UUID b,

            @Schema(description = "Whether both can be true.", examples = "tension")
            Verdict verdict,

            @Schema(nullable = true, description = "Why they are incomparable; null where they are not.")
            Incomparable incomparable,

            @Schema(nullable = true, description = "What a is of b.")
            Relation relation,

            @Schema(nullable = true, description = "How far their intervals are from allowing each other, in a's unit.")
            BigDecimal gap,

            @Schema(nullable = true, description = "a's stated figure over b's; null with 'between', and over 0.")
            BigDecimal ratio,

            @Schema(description = "One sentence with the figures in it.", examples = Rivalry.EXAMPLE)
            String reason) {

        static Pair of(Rivalry rivalry) {
            var found = rivalry.found();
            return new Pair(
                    rivalry.claim().id(),
                    rivalry.other().id(),
                    found.verdict(),
                    found.incomparable(),
                    found.relation(),
                    rivalry.gap(),
                    rivalry.ratio(),
                    rivalry.reason());
        }
    }
}
