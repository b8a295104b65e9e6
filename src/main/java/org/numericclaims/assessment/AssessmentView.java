package org.numericclaims.assessment;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Versioned;

/** An assessment of a claim as it is shown; its components are also what is selected, in this order. */
@Schema(name = "Assessment", description = "What a reviewer says of a claim.")
public record AssessmentView(
        @Schema(readOnly = true, description = "Its number in the claim, from 1; never used again.", examples = "1")
        int n,

        @Schema(
                required = true,
                description = "Who reviewed it, at most 300 characters.",
                examples = "The Fact Checkers")
        String reviewer,

        @Schema(
                required = true,
                description = "What the review comes to. More may come.",
                enumeration = {"confirmed", "plausible", "contested", "unsupported", "false", "unverifiable"},
                examples = "plausible")
        String rating,

        @Schema(
                nullable = true,
                description = "The verdict in the words of the reviewer, at most 300 characters.",
                examples = "Mostly true")
        String label,

        @Schema(
                nullable = true,
                description = "Why, at most 20,000 characters.",
                examples = "The figure is that of the General Staff.")
        String explanation,

        @Schema(
                nullable = true,
                description = "Where the review is: http or https, at most 2,048 characters, without a password.",
                examples = "https://example.org/review")
        String url,

        @Schema(
                nullable = true,
                description = "When it was reviewed: a year, a month or a day, never padded.",
                examples = "2025-01-23")
        String date,

        @Schema(
                readOnly = true,
                description = "Who added it; where it was added by SQL, the database user.",
                examples = "desk")
        String createdBy,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-23T12:00:00Z")
        Instant createdAt)
        implements Versioned {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"reviewer": "The Fact Checkers", "rating": "plausible", "label": "Mostly true", "url": "https://example.org/review", "date": "2025-01-23"}""";

    static final List<String> FIELDS =
            List.of("reviewer", "rating", "label", "explanation", "url", "date", "n", "created_by", "created_at");

    /** It is added and removed, never changed. */
    @Override
    public int version() {
        return 1;
    }
}
