package org.numericclaims.changes;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was recorded. */
@Schema(name = "Change", description = "Something that was recorded: what, when, by whom and why.")
record Change(
        @Schema(
                description = "What was done; more may come. 'purged' is a claim that was erased with its history,"
                        + " 'deleted' anything else.",
                enumeration = {"created", "changed", "withdrawn", "merged", "deleted", "purged"},
                examples = "changed")
        String kind,

        @Schema(
                description = "To what; more may come.",
                enumeration = {"claim", "claimant", "subject", "source", "appearance", "assessment"},
                examples = "claim")
        String thing,

        @Schema(description = "Its address at that time.", examples = "/v1/claims/01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11")
        String resource,

        @Schema(nullable = true, description = "Which version of it this made; null where it has none.", examples = "2")
        Integer version,

        @Schema(description = "When it was recorded.", examples = "2025-01-21T12:00:00Z")
        Instant changedAt,

        @Schema(
                nullable = true,
                description = "Who did it; where it was done by SQL, the database user. Null where not known.",
                examples = "desk")
        String changedBy,

        @Schema(nullable = true, description = "Why, as it was sent with the change.", examples = "misread")
        String reason,

        @Schema(nullable = true, description = "The address of that into which it was merged, else null.")
        String mergedInto) {

    /** A page of them. */
    @Schema(name = "Changes", description = "A page of what was recorded, the earliest first.")
    record Page(
            @Schema(description = "At most 'limit' of them.")
            List<Change> items,

            @Schema(
                    description = "Send it as 'after' to go on behind the last of them: at once where there are more,"
                            + " else whenever you want to know what is new.",
                    examples = "0DLUTlVyZTFlnu7zv0Zmm2ExOA")
            String next) {}
}
