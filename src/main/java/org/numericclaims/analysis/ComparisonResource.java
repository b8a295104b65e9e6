package org.numericclaims.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.AsOf;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** What is claimed about one subject, claimant by claimant. */
@Path("/v1/subjects/{slug}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
@Transactional
public class ComparisonResource {

    @GET
    @Operation(
            operationId = "compareClaimants",
            summary = "Compare the latest claims about a subject, claimant by claimant",
            description = "Each claimant's latest claim, the bounds around all of them, and the verdict on each pair.")
    @APIResponse(responseCode = "200", description = "The claims side by side.")
    @APIResponse(responseCode = "422", description = "More than 100 claimants: narrow it by period or date_lte.")
    public SideBySide compare(
            @PathParam("slug") String slug,
            @Parameter(description = "Only claims for exactly that period.", example = "2024") @QueryParam("period")
                    String period,
            @Parameter(description = "Only what was said on that date or before.", example = "2025-01-21")
                    @QueryParam("date_lte")
                    String dateLte,
            @QueryParam(AsOf.NAME) String asOf) {
        var parameters = new Parameters();
        var span = parameters.parsed("period", period, Period::parse);
        var until = parameters.parsed("date_lte", dateLte, PartialDate::parse);
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        moment.begin();
        return new LatestClaims(About.the(Subject.existing(slug)), span, until).sideBySide();
    }
}
