package org.numericclaims.claim;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Count;
import org.numericclaims.http.Edits;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Page;
import org.numericclaims.http.Parameters;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Ids;

/** The claims: the record that everything else is about. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "Who said that what came to which figure, when, and where it is printed.")
public class ClaimResource {

    private final Conditional conditional;
    private final Edits edits;
    private final ClaimPages pages;

    ClaimResource(Conditional conditional, Edits edits, ClaimPages pages) {
        this.conditional = conditional;
        this.edits = edits;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listClaims",
            summary = "List claims, the newest first",
            description = "Different filters are all of them, a repeated one is any of its values. With 'in' each claim"
                    + " is told in that unit, beside what was stated.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them; 'next' and the Link header lead on.",
            content = @Content(schema = @Schema(implementation = Claims.class)))
    @APIResponse(
            responseCode = "422",
            description = "The filter can be read but makes no sense, such as a reversed range.")
    public Response list(
            @BeanParam ClaimQuery query,
            @Parameter(
                            description =
                                    "The order; a - before it turns it round; '-date' if not said. 'relevance', which"
                                            + " goes with 'q' only, has the best first.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "date",
                                                "-date",
                                                "figure",
                                                "-figure",
                                                "created_at",
                                                "-created_at",
                                                "updated_at",
                                                "-updated_at",
                                                "relevance",
                                                "-relevance"
                                            }))
                    @QueryParam("sort")
                    String sort,
            @Parameter(description = "Only these fields of each claim.", example = "figure") @QueryParam("fields")
                    List<String> fields,
            @QueryParam("count") String count,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return pages.page(query, new ClaimPages.Shape(sort, fields, count, limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getClaim", summary = "Read a claim", description = "Withdrawn ones stay readable here.")
    @APIResponse(
            responseCode = "200",
            description = "The claim, with its ETag.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("id") String id) {
        var claim = Ids.read(id).flatMap(ClaimRow::view).orElseThrow(() -> Problems.notFound("claim", id));
        return conditional.ok(claim.version(), claim);
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addClaim",
            summary = "Add a claim",
            description =
                    "Claimant, subject and source are named; unknown names are made. A figure_text alone is read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "words alone", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The new claim, its address in Location.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "409", description = "The same claim stands already; Link says which.")
    public Response add(
            @Parameter(
                            description = "'allow' keeps a claim that stands already a second time.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "allow"))
                    @QueryParam("duplicate")
                    String duplicate,
            @Parameter(description = NEW_UNIT) @QueryParam("new_unit") String newUnit,
            JsonBody body) {
        var parameters = new Parameters();
        parameters.choice("duplicate", duplicate, List.of("allow"));
        boolean insist = parameters.flag("new_unit", newUnit);
        parameters.throwIfAny();
        var faults = new Faults();
        var fields = body.fields(faults);
        fields.only(ClaimPages.FIELDS);
        var sent = NewClaim.read(fields, insist);
        faults.throwIfAny();
        var claim = ClaimRow.view(ClaimChange.add(sent, duplicate != null)).orElseThrow();
        return conditional
                .shown(201, claim.version(), claim)
                .location(URI.create("/v1/claims/" + claim.id()))
                .build();
    }

    @PUT
    @Transactional
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceClaim",
            summary = "Correct our record of a claim as a whole",
            description = "A newer figure of the claimant is no correction: add that as a claim which supersedes this.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "words alone", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The claim as it is now.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response replace(
            @PathParam("id") String id,
            @Parameter(description = NEW_UNIT) @QueryParam("new_unit") String newUnit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonBody body) {
        return edits.change(ClaimEdit.by(body, flag(newUnit)), id, ifMatch, body);
    }

    @PATCH
    @Transactional
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeClaim",
            summary = "Correct some fields of our record of a claim (RFC 7396)",
            description = "A figure_text alone is read anew; other numbers need other words, or null.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples =
                                    @ExampleObject(name = "period", value = "{\"period\": \"2022-02-24/2025-01-20\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The claim as it is now.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = NEW_UNIT) @QueryParam("new_unit") String newUnit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonBody body) {
        return edits.change(ClaimEdit.by(body, flag(newUnit)), id, ifMatch, body);
    }

    @DELETE
    @Transactional
    @Path("{id}")
    @Operation(
            operationId = "withdrawClaim",
            summary = "Take a claim out of the record",
            description = "It is gone from lists and analyses, and stays readable under its address, marked.")
    @APIResponse(responseCode = "204", description = "It is withdrawn.")
    public Response remove(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return edits.remove(ClaimEdit.WITHDRAWAL, id, ifMatch);
    }

    static final String NEW_UNIT = "true: the unit is meant so, though it is unknown or one slip from a known one.";

    static final String EXAMPLE = """
            {"figure_text": "over 818,000", "unit": "people", "subject": "Soldiers killed or wounded", "claimant": "Ukraine", "date": "2025-01-21", "period": "2022-02-24/2025-01-21", "source": "https://example.org/a"}""";

    /** A page of claims. */
    @Schema(name = "Claims", description = "A page of claims.")
    record Claims(
            @Schema(required = true, description = "At most 'limit' of them.")
            List<Listed> items,

            @Schema(required = true, nullable = true, description = Page.NEXT)
            String next,

            @Schema(description = Count.MEANING, examples = "1")
            Long count,

            @Schema(description = Count.KIND_MEANING, examples = "exact")
            String countKind) {}

    /** What stands in a list. */
    @Schema(
            name = "ListedClaim",
            description = "The claim, told in another unit where 'in' was asked.",
            anyOf = {ClaimView.class, ClaimInUnit.class})
    interface Listed {}

    private static boolean flag(String newUnit) {
        var parameters = new Parameters();
        boolean insist = parameters.flag("new_unit", newUnit);
        parameters.throwIfAny();
        return insist;
    }
}
