package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.claim.ClaimStatus;

/** What was claimed about one subject over time, a line for each claimant, all in one unit. */
@Schema(name = "Series", description = "What was claimed about one subject over time, all in one unit.")
record Series(
        @Schema(description = "The name of the subject.", examples = "Russian soldiers killed in the war in Ukraine")
        String subject,

        @Schema(
                nullable = true,
                description = "The unit of all figures and bounds; null where the subject has no claims and none was"
                        + " asked for.",
                examples = "people")
        String unit,

        @Schema(description = "The lines, by the name of the claimant; of each subject its own with 'narrower'.")
        List<Line> lines,

        @Schema(description = "How many claims are missing because their unit does not convert.", examples = "0")
        int leftOut) {

    /** What one claimant said about one subject. */
    @Schema(name = "SeriesLine", description = "What one claimant said about one subject, in the order of its dates.")
    record Line(
            @Schema(description = "The name of the claimant.", examples = "Ukraine")
            String claimant,

            @Schema(description = "The claimant's address.", examples = "ukraine")
            String claimantSlug,

            @Schema(
                    description = "What the line is about: the subject asked for, or a narrower one.",
                    examples = "Russian soldiers killed in the war in Ukraine")
            String subject,

            @Schema(description = "The subject's address.", examples = "russian-soldiers-killed-in-the-war-in-ukraine")
            String subjectSlug,

            @Schema(description = "The claims by date: what ends first comes first, then what begins first.")
            List<Point> points) {}

    /** One claim in the unit of the series. */
    @Schema(name = "SeriesPoint", description = "One claim; its figure and bounds in the unit of the series.")
    record Point(
            @Schema(description = "The id of the claim.", examples = "01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11")
            UUID claim,

            @Schema(description = "When it was said: a year, a month or a day.", examples = "2025-01")
            String date,

            @Schema(nullable = true, description = "The span that it covers.", examples = "2022-02-24/2025-01-21")
            String period,

            @Schema(
                    description = "The number as stated; where it was converted, rounded half up to 15 digits.",
                    examples = "818000")
            BigDecimal figure,

            @Schema(nullable = true, description = "The upper end, only with 'between'.")
            BigDecimal figureTo,

            @Schema(description = "How it was stated, as in the claim. More may come.", examples = "over")
            String qualifier,

            @Schema(
                    nullable = true,
                    description = "The least that the wording logically allows, rounded outward; null is open.",
                    examples = "818001")
            BigDecimal low,

            @Schema(
                    nullable = true,
                    description = "The most that the wording logically allows, rounded outward; null is open.")
            BigDecimal high,

            @Schema(
                    nullable = true,
                    description = "The least that a reader would take it to mean.",
                    examples = "818001")
            BigDecimal likelyLow,

            @Schema(nullable = true, description = "The most that a reader would take it to mean.", examples = "819000")
            BigDecimal likelyHigh,

            @Schema(description = "Whether a newer claim of the claimant replaces it.", examples = "false")
            boolean superseded,

            @Schema(
                    description = "'active', or 'retracted': the claimant took it back. More may come.",
                    examples = "active")
            ClaimStatus status) {}
}
