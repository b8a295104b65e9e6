package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.numericclaims.claim.ClaimQuery;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.claimant.ClaimantResource;
import org.numericclaims.http.Asked;
import org.numericclaims.subject.SubjectResource;

/** The claims that any filter of the API finds, and the subjects and claimants named like what is searched. */
@Path("/claims")
@Produces(MediaType.TEXT_HTML)
public class SearchPage {

    private static final String FEW = "6";

    private final Visit visit;
    private final ClaimResource claims;
    private final SubjectResource subjects;
    private final ClaimantResource claimants;

    SearchPage(Visit visit, ClaimResource claims, SubjectResource subjects, ClaimantResource claimants) {
        this.visit = visit;
        this.claims = claims;
        this.subjects = subjects;
        this.claimants = claimants;
    }

    @GET
    public TemplateInstance get(
            @BeanParam ClaimQuery filter, @QueryParam("sort") String sort, @QueryParam("cursor") String cursor) {
        var found = visit.listing(visit.members(
                visit.address("/v1/claims", ""),
                claims.list(filter, sort, List.of(), "json", null, null, null, cursor)));
        var page = visit.page("claims").data("claims", found);
        var q = found.asked().get("q");
        if (q == null || cursor != null) {
            return page.data("subjects", List.of()).data("claimants", List.of());
        }
        var query = "?q=" + Asked.encoded(q) + "&limit=" + FEW;
        return page.data(
                        "subjects",
                        Members.items(visit.members("/v1/subjects" + query, subjects.list(q, null, null, FEW, null))))
                .data(
                        "claimants",
                        Members.items(visit.members("/v1/claimants" + query, claimants.list(q, null, FEW, null))));
    }
}
