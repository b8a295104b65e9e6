package org.numericclaims.claimant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Versioned;
import org.numericclaims.naming.NameSearch;

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

        @Schema(
                description = "What kind of claimant it is; 'other' if not said. More kinds may come.",
                examples = "person")
        ClaimantKind kind,

        @Schema(description = "Other names by which claims may name it.", examples = "[\"Donald J. Trump\"]")
        List<String> aliases,

        @Schema(
                nullable = true,
                description = "The slug of the claimant that it speaks for.",
                examples = "united-states")
        String memberOf,

        @Schema(nullable = true, description = "Its Wikidata id.", examples = "Q22686")
        String wikidata,

        @Schema(readOnly = true, description = "Grows by one with each change that changes something.", examples = "1")
        int version,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-21T12:00:00Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When it last changed.", examples = "2025-01-21T12:00:00Z")
        Instant updatedAt)
        implements Versioned {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"name": "Ministry of Defence of Ukraine", "kind": "government", "aliases": ["Ukrainian MoD"]}""";

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

    /** At most {@code most} claimants by slug, those after {@code slug}. */
    static List<ClaimantView> after(String slug, int most) {
        return Claimant.after(slug, most).stream().map(ClaimantView::of).toList();
    }

    /** The claimants whose names are near what is searched, the nearest first. */
    static List<Lists.Found<ClaimantView>> near(Lists.Search search) {
        return NameSearch.find(
                "claimant",
                search,
                ids -> Claimant.all(ids).stream().collect(Collectors.toMap(claimant -> claimant.id, ClaimantView::of)));
    }
}
