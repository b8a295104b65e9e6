package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.numericclaims.claim.ClaimQuery;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.claimant.ClaimantResource;

/** What one claimant said, and where it stands against itself. */
@Path("/claimants/{slug}")
@Produces(MediaType.TEXT_HTML)
public class ClaimantPage {

    private final Visit visit;
    private final ClaimantResource claimants;
    private final Disputes disputes;
    private final ClaimResource claims;

    ClaimantPage(Visit visit, ClaimantResource claimants, Disputes disputes, ClaimResource claims) {
        this.visit = visit;
        this.claimants = claimants;
        this.disputes = disputes;
        this.claims = claims;
    }

    @GET
    public TemplateInstance get(
            @PathParam("slug") String slug,
            @BeanParam ClaimQuery filter,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor) {
        var claimant = visit.members("/v1/claimants/" + slug, claimants.get(slug));
        var found = visit.members(
                visit.address("/v1/claims", "claimant=" + slug),
                claims.list(filter.by(slug), sort, List.of(), "json", null, null, null, cursor));
        return visit.page("claimant")
                .data("claimant", claimant)
                .data("rivals", disputes.own(slug))
                .data("claims", visit.listing(found));
    }
}
