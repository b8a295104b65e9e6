package org.numericclaims.claimant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.MergePatch;
import org.numericclaims.http.Page;
import org.numericclaims.http.Problem;

/** The claimants: listed by slug, each under its slug for good. */
@Path("/v1/claimants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claimants", description = "Who says it, not who prints it.")
@Transactional
public class ClaimantResource {

    private static final String LIST = "claimants";

    private final Conditional conditional;
    private final Cursors cursors;
    private final Lists lists;

    ClaimantResource(Conditional conditional, Cursors cursors, Lists lists) {
        this.conditional = conditional;
        this.cursors = cursors;
        this.lists = lists;
    }

    @GET
    @Operation(operationId = "listClaimants", summary = "List claimants by slug")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(implementation = Claimants.class)))
    public Response list(
            @Parameter(
                            description = Limit.MEANING,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    String limit,
            @Parameter(description = Cursors.MEANING) @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        var after = cursor == null ? "" : cursors.read(LIST, cursor).get(0);
        var found =
                Claimant.after(after, most + 1).stream().map(ClaimantView::of).toList();
        if (found.size() <= most) {
            return lists.page(new Page<>(found, null));
        }
        var shown = found.subList(0, most);
        return lists.page(new Page<>(
                shown, cursors.behind(LIST, List.of(shown.get(most - 1).slug()))));
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getClaimant", summary = "Read a claimant")
    @APIResponse(
            responseCode = "200",
            description = "The claimant, with its ETag.",
            content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("slug") String slug) {
        var claimant = ClaimantChange.existing(Claimant.at(slug), slug);
        return conditional.ok(claimant.version, ClaimantView.of(claimant));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addClaimant", summary = "Add a claimant")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new claimant, its address in Location.",
            content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another claimant has the name or an alias; Link says which.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response add(JsonBody body) {
        var claimant = ClaimantChange.add(body);
        return conditional
                .shown(201, claimant.version, ClaimantView.of(claimant))
                .location(URI.create("/v1/claimants/" + claimant.slug))
                .build();
    }

    @PUT
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceClaimant", summary = "Replace a claimant")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The claimant as it is now.",
            content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another claimant has the name or an alias.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response replace(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return change(slug, ifMatch, body.json(), false);
    }

    @PATCH
    @Path("{slug}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeClaimant", summary = "Change some fields of a claimant (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The claimant as it is now.",
            content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another claimant has the name or an alias.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response change(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return change(slug, ifMatch, body.json(), true);
    }

    @DELETE
    @Path("{slug}")
    @Operation(operationId = "removeClaimant", summary = "Remove a claimant that nothing uses")
    @APIResponse(responseCode = "204", description = "It is gone, and its names are free.")
    @APIResponse(
            responseCode = "409",
            description = "Others are its members or were merged into it.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response remove(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var claimant = ClaimantChange.existing(Claimant.locked(slug), slug);
        Conditional.expect(ifMatch, claimant.version);
        ClaimantChange.remove(claimant);
        return Response.noContent().build();
    }

    @POST
    @Path("{slug}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeClaimant",
            summary = "Merge a claimant into another",
            description = "Its names become aliases of the other; its old address answers 308 for good.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Merge.class)))
    @APIResponse(
            responseCode = "200",
            description = "The claimant that is left.",
            content = @Content(schema = @Schema(implementation = ClaimantView.class)))
    public Response merge(@PathParam("slug") String slug, JsonBody body) {
        var target = ClaimantChange.merge(slug, body);
        return conditional.shown(200, target.version, ClaimantView.of(target)).build();
    }

    /** A page of claimants. */
    @Schema(name = "Claimants")
    record Claimants(
            List<ClaimantView> items,

            @Schema(nullable = true, description = Cursors.MEANING)
            String next) {}

    /** The slug of the claimant to merge into. */
    @Schema(name = "Merge")
    record Merge(
            @Schema(required = true, examples = "donald-trump")
            String into) {}

    private Response change(String slug, String ifMatch, ObjectNode sent, boolean patch) {
        var unreadable = new Faults();
        NewClaimant.read(new JsonBody(sent).fields(unreadable));
        unreadable.throwIfUnreadable();
        var claimant = ClaimantChange.existing(Claimant.locked(slug), slug);
        Conditional.expect(ifMatch, claimant.version);
        var known = conditional.json(ClaimantView.of(claimant));
        var faults = new Faults();
        new JsonBody(sent).fields(faults).unchanged(ClaimantView.READ_ONLY, known);
        var change = NewClaimant.read(new JsonBody(patch ? MergePatch.apply(known, sent) : sent).fields(faults));
        ClaimantChange.apply(claimant, change, faults);
        return conditional
                .shown(200, claimant.version, ClaimantView.of(claimant))
                .build();
    }
}
