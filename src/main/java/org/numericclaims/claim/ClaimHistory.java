package org.numericclaims.claim;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Page;

/** A page of the versions of a claim. */
@Schema(name = "ClaimHistory", description = "What our record of a claim was, the newest version first.")
record ClaimHistory(
        @Schema(description = "At most 'limit' of them.") List<Entry> items,

        @Schema(nullable = true, description = Page.NEXT) String next) {

    /** One version. */
    @Schema(name = "ClaimVersion", description = "One version of our record of a claim, and what made it another.")
    record Entry(
            @Schema(description = "Its number, from 1; /versions/ and it has the whole claim.", examples = "2")
            int version,

            @Schema(description = "When it was made.", examples = "2025-01-21T12:00:00Z")
            Instant changedAt,

            @Schema(
                    nullable = true,
                    description = "Who made it; where it was made by SQL, the database user. Null where not known.")
            String changedBy,

            @Schema(nullable = true, description = "Why, as it was sent with the change.", examples = "misread")
            String reason,

            @Schema(description = "What became another; of the first version nothing.")
            List<Changed> changes) {

        static Entry of(ClaimVersion version, List<Changed> changes) {
            return new Entry(
                    version.claim().version(),
                    version.claim().updatedAt(),
                    version.changedBy(),
                    version.reason(),
                    changes);
        }
    }

    /** A field that became another. */
    @Schema(name = "ChangedField", description = "A field of the claim that became another.")
    record Changed(
            @Schema(description = "Its name.", examples = "figure")
            String field,

            @Schema(description = "What it was before: a number or a text, as the claim has it; null for nothing.")
            Object before,

            @Schema(description = "What it was from then on.")
            Object after) {}
}
