package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.numericclaims.claim.ClaimQuery;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.claim.FacetResource;

/** The first page: what is contradicted most, what came last, and about what most is claimed. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {

    private static final String SOME = "10";

    private final Visit visit;
    private final Disputes disputes;
    private final ClaimResource claims;
    private final FacetResource facets;

    HomePage(Visit visit, Disputes disputes, ClaimResource claims, FacetResource facets) {
        this.visit = visit;
        this.disputes = disputes;
        this.claims = claims;
        this.facets = facets;
    }

    @GET
    public TemplateInstance get() {
        var worst = disputes.worst();
        var latest = visit.members(
                "/v1/claims?sort=-created_at&limit=" + SOME,
                claims.list(new ClaimQuery(), "-created_at", List.of(), "json", null, null, SOME, null));
        var largest = visit.members(
                "/v1/facets?field=subject&limit=" + SOME, facets.list("subject", new ClaimQuery(), SOME, null));
        return visit.page("home")
                .data("worst", worst)
                .data("latest", Members.items(latest))
                .data("largest", Members.items(largest));
    }
}
