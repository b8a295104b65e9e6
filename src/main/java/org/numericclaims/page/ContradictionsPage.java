package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.numericclaims.analysis.ContradictionResource;

/** What cannot be true together, or hardly, the widest gap first. */
@Path("/contradictions")
@Produces(MediaType.TEXT_HTML)
public class ContradictionsPage {

    private final Visit visit;
    private final ContradictionResource contradictions;

    ContradictionsPage(Visit visit, ContradictionResource contradictions) {
        this.visit = visit;
        this.contradictions = contradictions;
    }

    @GET
    public TemplateInstance get(
            @QueryParam("subject") List<String> subject,
            @QueryParam("claimant") List<String> claimant,
            @QueryParam("own") String own,
            @QueryParam("verdict") String verdict,
            @QueryParam("as_of") String asOf,
            @QueryParam("cursor") String cursor) {
        var found = visit.members(
                visit.address("/v1/contradictions", ""),
                contradictions.list(subject, claimant, own, verdict, asOf, "json", null, cursor));
        return visit.page("contradictions")
                .data("file", visit.address("/v1/contradictions", "format=csv"))
                .data("rivals", Rivals.contradictions(found))
                .data("listing", visit.listing(found));
    }
}
