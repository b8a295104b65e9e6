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
import org.numericclaims.figure.Period;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** What running totals about one subject imply. */
@Path("/v1/subjects/{slug}/implied")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
@Transactional
public class ImpliedResource {

    @GET
    @Operation(
            operationId = "listImpliedFigures",
            summary = "What running totals imply for a span",
            description = "The total at the end of the span less the total before it, by claimant, next to what was"
                    + " claimed for the span. Every figure here is derived and names its claims.")
    @APIResponse(responseCode = "200", description = "One for each claimant whose totals imply it.")
    public Implied implied(
            @PathParam("slug") String slug,
            @Parameter(description = "The span; both its ends are given.", required = true, example = "2024")
                    @QueryParam("period")
                    String period,
            @QueryParam(AsOf.NAME) String asOf) {
        var parameters = new Parameters();
        var span = parameters.requiredParsed("period", period, Period::parse);
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        moment.begin();
        return new ImpliedFigures(About.the(Subject.existing(slug)), span).implied();
    }
}
