package org.numericclaims.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.AsOf;
import org.numericclaims.claim.Claim;
import org.numericclaims.claim.ClaimRow;
import org.numericclaims.naming.Ids;

/** What one claim agrees with, strains against or contradicts. */
@Path("/v1/claims/{id}/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis", description = "Who agrees with whom, and who cannot be right together.")
@Transactional
public class CheckResource {

    private final Rivalries rivalries;

    CheckResource(Rivalries rivalries) {
        this.rivalries = rivalries;
    }

    @GET
    @Operation(
            operationId = "checkClaim",
            summary = "Check a claim against all that it can be compared with",
            description = "The worst come first; what is incomparable is not listed. A comparative claim is evaluated"
                    + " instead. What is withdrawn, retracted or superseded is compared with nothing.")
    @APIResponseSchema(value = Checks.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @PathParam("id") String id,
            @QueryParam(AsOf.NAME) String asOf,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        AsOf.begin(asOf);
        var claim = Ids.read(id).flatMap(ClaimRow::view).orElseThrow(() -> Claim.missing(id));
        return rivalries.checks(claim, limit, cursor);
    }
}
