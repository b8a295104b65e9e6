package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether what a comparative claim says holds, by the figures of each claimant who has some for both sides. */
@Schema(name = "Evaluation", description = "Whether what a comparative claim says holds, and by whose figures.")
record Evaluation(
        @Schema(
                description = "That of its own claimant's figures, or where he has none the one that all others share,"
                        + " else 'undecided'.",
                enumeration = {"supported", "contradicted", "undecided"},
                examples = "supported")
        Answer verdict,

        @Schema(description = "One for each claimant, the claim's own first.")
        List<Evidence> evidence) {

    /** What the figures say of the comparison. */
    enum Answer {
        supported,
        contradicted,
        undecided
    }

    /** What the figures of one claimant say. */
    @Schema(name = "Evidence", description = "What the figures of one claimant say; derived from the claims named.")
    record Evidence(
            @Schema(description = "Whose figures they are.", examples = "General Staff of Ukraine")
            String claimant,

            @Schema(
                    description = "'supported' where the likely ratio lies inside what is claimed, 'contradicted' where"
                            + " the logical one has nothing in common with it.",
                    examples = "supported")
            Answer verdict,

            @Schema(
                    nullable = true,
                    description = "The least likely ratio of the two figures; null is open.",
                    examples = "1.2")
            BigDecimal ratioLow,

            @Schema(nullable = true, description = "The greatest likely ratio; null is open.")
            BigDecimal ratioHigh,

            @Schema(
                    description =
                            "The ids of the claims that give the figure: one, or the later and the earlier total.")
            List<UUID> claims,

            @Schema(
                    description = "The ids of the claims that give the figure that it is compared with.",
                    examples = "[\"01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e12\"]")
            List<UUID> baselineClaims) {}
}
