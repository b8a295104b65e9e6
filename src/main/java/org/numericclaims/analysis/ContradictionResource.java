package org.numericclaims.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var parameters = new Parameters();
        boolean alone = parameters.flag("own", own);
        parameters.choices("verdict", verdict == null ? null : List.of(verdict), List.of("contradict", "tension"));
        parameters.throwIfAny();
        var sought = verdict == null ? Verdict.contradict : Verdict.valueOf(verdict);
        return rivalries.contradictions(
                limit, cursor, tell -> tell(new Contradictions(Scopes.all(), sought, alone), subject, claimant, tell));
    }

    private static void tell(
            Contradictions contradictions, List<String> subject, List<String> claimant, Consumer<Rivalry> tell) {
        boolean all = subject == null || subject.isEmpty();
        var claimants = claimant == null || claimant.isEmpty()
                ? null
                : Claimant.called(claimant).values();
        Consumer<Rivalry> kept = rivalry -> {
            if (claimants == null || claimants.contains(rivalry.claim().claimant())) {
                tell.accept(rivalry);
            }
        };
        subjects(contradictions, all ? null : Subject.called(subject).values(), claimants).stream()
                .distinct()
                .forEach(one -> contradictions.of(one, kept));
        if (all) {
            contradictions.unclassified(kept);
        }
    }

    /** Those that were asked for; else those that the claimants spoke of, else all. */
    private static Collection<UUID> subjects(
            Contradictions contradictions, Collection<UUID> asked, Collection<UUID> claimants) {
        if (asked != null) {
            return asked;
        }
        return claimants == null ? contradictions.scopes().ids() : Statements.subjectsOf(claimants);
    }
}
