package org.numericclaims.claim;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Count;

/** How many of the claims that match have one value of a field. */
@Schema(name = "Facet", description = "How many of the claims that match have one value of the field.")
record Facet(
        @Schema(description = "What to send as that filter; a year as date_gte and date_lte.", examples = "ukraine")
        String value,

        @Schema(description = "The name to show.", examples = "Ukraine")
        String label,

        @Schema(description = "How many claims, or about as many.", examples = "3")
        long count) {

    /** A page of them. */
    @Schema(name = "Facets", description = "A page of counts by one field.")
    record Page(
            @Schema(description = "The most frequent first; of equal ones by value.")
            List<Facet> items,

            @Schema(nullable = true, description = org.numericclaims.http.Page.NEXT)
            String next,

            @Schema(
                    description = "'exact', or 'estimated': too many claims match, the counts are those of a sample,"
                            + " multiplied; what is rare may be missing. More may come.",
                    examples = Count.EXACT)
            String countKind) {}
}
