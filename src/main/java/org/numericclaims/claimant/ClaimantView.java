package org.numericclaims.claimant;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claimant as it is shown, and as it may be sent back. */
@Schema(name = "Claimant", description = "Who says it, not who prints it.")
record ClaimantView(
        @Schema(readOnly = true, description = "Its address, which never changes.", examples = "donald-trump")
        String slug,

        @Schema(
                required = true,
                description = "At most 300 characters; nobody else's name or alias.",
                examples = "Donald Trump")
        String name,

        @Schema(description = "What kind of claimant it is; 'other' if not said. More kinds may come.")
        ClaimantKind kind,

        @Schema(description = "Other names by which claims may name it.")
        List<String> aliases,

        @Schema(description = "The slug of the claimant that it speaks for.", examples = "ukraine")
        String memberOf,

        @Schema(description = "Its Wikidata id.", examples = "Q22686")
        String wikidata,

        @Schema(readOnly = true, description = "Grows by one with each change that changes something.")
        int version,

        @Schema(readOnly = true) Instant createdAt,
        @Schema(readOnly = true) Instant updatedAt) {

    static final List<String> READ_ONLY = List.of("slug", "version", "created_at", "updated_at");
    static final List<String> FIELDS =
            List.of("name", "kind", "aliases", "member_of", "wikidata", "slug", "version", "created_at", "updated_at");

    static ClaimantView of(Claimant claimant) {
        return new ClaimantView(
                claimant.slug,
                claimant.name,
                claimant.kind,
                claimant.aliases,
                claimant.memberOf == null ? null : claimant.memberOf.slug,
                claimant.wikidata,
                claimant.version,
                claimant.createdAt,
                claimant.updatedAt);
    }
}
