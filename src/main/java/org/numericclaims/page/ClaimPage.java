package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.numericclaims.analysis.CheckResource;
import org.numericclaims.appearance.AppearanceResource;
import org.numericclaims.assessment.AssessmentResource;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.claim.VersionResource;
import org.numericclaims.source.SourceResource;

/** One claim: who said what, how it is meant, where it is printed, what stands against it, and how to cite it. */
@Path("/claims/{id}")
@Produces(MediaType.TEXT_HTML)
public class ClaimPage {

    private static final String SOME = "10";

    private final Visit visit;
    private final ClaimResource claims;
    private final VersionResource versions;
    private final SourceResource sources;
    private final CheckResource checks;
    private final AppearanceResource appearances;
    private final AssessmentResource assessments;

    ClaimPage(
            Visit visit,
            ClaimResource claims,
            VersionResource versions,
            SourceResource sources,
            CheckResource checks,
            AppearanceResource appearances,
            AssessmentResource assessments) {
        this.visit = visit;
        this.claims = claims;
        this.versions = versions;
        this.sources = sources;
        this.checks = checks;
        this.appearances = appearances;
        this.assessments = assessments;
    }

    @GET
    public TemplateInstance get(
            @PathParam("id") String id, @QueryParam("version") String version, @QueryParam("cursor") String cursor) {
        var address = "/v1/claims/" + id;
        var claim = version == null
                ? visit.members(address, claims.get(id, null, "json"))
                : visit.members(address + "/versions/" + version, versions.get(id, version));
        var sourceId = claim.get("source_id").toString();
        var source = visit.members("/v1/sources/" + sourceId, sources.get(sourceId));
        var checked = visit.members(address + "/checks?limit=" + SOME, checks.list(id, null, SOME, cursor));
        var shown = new ClaimShown(
                claim,
                source,
                Members.items(visit.members(address + "/appearances", appearances.list(id, null, null, null))),
                Members.items(visit.members(address + "/assessments", assessments.list(id, null, null, null))),
                Members.items(visit.members(address + "/versions", versions.list(id, null, null))),
                Members.items(checked),
                new Citation(claim, visit.say(), visit.here("version", claim.get("version"))));
        return visit.page("claim")
                .data("shown", shown)
                .data("checked", checked)
                .data("listing", visit.listing(checked));
    }
}
