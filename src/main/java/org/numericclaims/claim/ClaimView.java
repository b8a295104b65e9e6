package org.numericclaims.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Versioned;

/** A claim as it is shown, and as it may be sent back; its components are also what is selected, in this order. */
@Schema(name = "Claim", description = "What a claimant said a subject came to, on a date, as one source reports it.")
public record ClaimView(
        @Schema(
                readOnly = true,
                description = "Its address, a UUID of version 7.",
                examples = "01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11")
        UUID id,

        @Schema(
                description = "The number as stated, multiplied out; needed unless figure_text says it. At most 15"
                        + " significant digits, 0 or 1e-18 to 1e30 in size.",
                examples = "818000")
        BigDecimal figure,

        @Schema(nullable = true, description = "The upper end, only with 'between'.")
        BigDecimal figureTo,

        @Schema(nullable = true, description = "The best estimate inside a range, where one was stated.")
        BigDecimal best,

        @Schema(
                description = "How it was stated; 'plain' if not said. More may come.",
                enumeration = {"plain", "exactly", "about", "almost", "over", "at_least", "under", "at_most", "between"
                },
                examples = "over")
        String qualifier,

        @Schema(nullable = true, description = "What the figure was rounded to, where its digits don't show it.")
        BigDecimal roundedTo,

        @Schema(
                nullable = true,
                description = "The words, at most 300 characters. Sent alone, the numbers are read from them.",
                examples = "over 818,000")
        String figureText,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The least that the wording logically allows; null is open.",
                examples = "818001")
        BigDecimal low,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The most that the wording logically allows; null is open.")
        BigDecimal high,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The least that a reader would take it to mean.",
                examples = "818001")
        BigDecimal likelyLow,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The most that a reader would take it to mean.",
                examples = "819000")
        BigDecimal likelyHigh,

        @Schema(required = true, description = "A known unit, a UCUM code or a plain noun.", examples = "people")
        String unit,

        @Schema(
                nullable = true,
                description = "What the figure counts or measures, by name, alias or slug; an unknown name makes a new"
                        + " subject.",
                examples = "Soldiers killed or wounded")
        String subject,

        @Schema(
                required = true,
                description = "Who says it, by name, alias or slug; an unknown name makes a new claimant.",
                examples = "Ukraine")
        String claimant,

        @Schema(readOnly = true, description = "The address of the claimant.", examples = "ukraine")
        String claimantSlug,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The address of the subject.",
                examples = "soldiers-killed-or-wounded")
        String subjectSlug,

        @Schema(
                readOnly = true,
                description = "The address of the source.",
                examples = "01948a3c-7b7e-7c3e-9d53-0a4f3c2b1d00")
        UUID sourceId,

        @Schema(nullable = true, description = "Who passed it on, where that is neither claimant nor publisher.")
        String relayedBy,

        @Schema(
                required = true,
                description = "When it was said: a year, a month or a day, never padded.",
                examples = "2025-01-21")
        String date,

        @Schema(
                nullable = true,
                description = "The span that the figure covers: a date, or two with / between; .. is open.",
                examples = "2022-02-24/2025-01-21")
        String period,

        @Schema(
                required = true,
                description = "A URL, or a citation where there is none.",
                examples = "https://example.org/a")
        String source,

        @Schema(nullable = true, description = "The sentence itself, in its own language.")
        String quote,

        @Schema(nullable = true, description = "The id of the claim that this one is a part of.")
        UUID partOf,

        @Schema(nullable = true, description = "The id of the claimant's own older claim that this one replaces.")
        UUID supersedes,

        @Schema(nullable = true, description = "For a comparative claim: what the subject is compared with.")
        String baselineSubject,

        @Schema(
                nullable = true,
                description = "For a comparative claim: the span that it is compared with, as in 'period'.")
        String baselinePeriod,

        @Schema(nullable = true, description = "The editor's.")
        String note,

        @Schema(
                description = "'active' if not said; 'retracted': the claimant took it back; 'withdrawn': we took it"
                        + " out of the record. More may come.",
                examples = "active")
        ClaimStatus status,

        @Schema(readOnly = true, description = "The version of the rule that made the bounds.", examples = "1")
        int rule,

        @Schema(readOnly = true, description = "Grows by one with each change that changes something.", examples = "1")
        int version,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-21T12:00:00Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When it last changed.", examples = "2025-01-21T12:00:00Z")
        Instant updatedAt)
        implements Versioned {

    static final List<String> READ_ONLY = List.of(
            "id",
            "low",
            "high",
            "likely_low",
            "likely_high",
            "claimant_slug",
            "subject_slug",
            "source_id",
            "rule",
            "version",
            "created_at",
            "updated_at");
}
