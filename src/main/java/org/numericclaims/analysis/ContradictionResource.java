package org.numericclaims.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.AsOf;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** Who contradicts whom. */
@Path("/v1/contradictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
@Transactional
public class ContradictionResource {

    private final Rivalries rivalries;

    ContradictionResource(Rivalries rivalries) {
        this.rivalries = rivalries;
    }

    @GET
    @Operation(
            operationId = "listContradictions",
            summary = "List contradicted claims, the widest gap first",
            description = "For every contradicted claim the one around it, or beside it, with the widest gap.")
    @APIResponseSchema(
            value = Contradiction.Page.class,
            responseCode = "200",
            responseDescription = "A page of them; 'next' and the Link header lead on.")
    public Response list(
            @Parameter(description = "Claims about that subject, by name, alias or slug.") @QueryParam("subject")
                    List<String> subject,
            @Parameter(description = "Claims of that claimant, by name, alias or slug.") @QueryParam("claimant")
                    List<String> claimant,
            @Parameter(
                            description = "true: a claimant against himself only.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"true", "false"}))
                    @QueryParam("own")
                    String own,
            @Parameter(
                            description = "What to look for; 'contradict' if not said.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"contradict", "tension"}))
                    @QueryParam("verdict")
                    String verdict,
            @QueryParam(AsOf.NAME) String asOf,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var parameters = new Parameters();
        boolean alone = parameters.flag("own", own);
        parameters.choice("verdict", verdict, List.of("contradict", "tension"));
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        var sought = new Sought(verdict == null ? Verdict.contradict : Verdict.valueOf(verdict), alone);
        moment.begin();
        var asked = new AskedRivals(
                sought,
                Parameters.isAsked(subject) ? Subject.called(subject).values() : null,
                Parameters.isAsked(claimant) ? Claimant.called(claimant).values() : null,
                moment.isPast());
        return rivalries.contradictions(asked, limit, cursor);
    }
}
