package org.numericclaims.appearance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Versioned;

/** A further place of a claim as it is shown; its components are also what is selected, in this order. */
@Schema(name = "Appearance", description = "A further place that carries what a claim says, as it is kept.")
public record AppearanceView(
        @Schema(readOnly = true, description = "Its number in the claim, from 1; never used again.", examples = "1")
        int n,

        @Schema(
                required = true,
                description = "A URL, or a citation where there is none; an unknown one makes a new source.",
                examples = "https://example.org/b")
        String source,

        @Schema(
                readOnly = true,
                description = "The address of the source.",
                examples = "01948a3c-7b7e-7c3e-9d53-0a4f3c2b1d01")
        UUID sourceId,

        @Schema(readOnly = true, nullable = true, description = "The title of the source, to be changed there.")
        String title,

        @Schema(
                readOnly = true,
                nullable = true,
                description = "The publisher of the source, to be changed there: sources of one count once.",
                examples = "Reuters")
        String publisher,

        @Schema(
                required = true,
                description = "When it was printed or sent there: a year, a month or a day, never padded.",
                examples = "2025-01-22")
        String date,

        @Schema(
                nullable = true,
                description = "The sentence as that place has it, at most 20,000 characters.",
                examples = "Kyiv puts Russian losses at over 818,000.")
        String quote,

        @Schema(
                readOnly = true,
                description = "Who added it; where it was added by SQL, the database user.",
                examples = "desk")
        String createdBy,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-22T12:00:00Z")
        Instant createdAt)
        implements Versioned {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"source": "https://example.org/b", "date": "2025-01-22", "quote": "Kyiv puts Russian losses at over 818,000."}""";

    static final List<String> FIELDS =
            List.of("source", "date", "quote", "n", "source_id", "title", "publisher", "created_by", "created_at");

    /** It is added and removed, never changed. */
    @Override
    public int version() {
        return 1;
    }
}
