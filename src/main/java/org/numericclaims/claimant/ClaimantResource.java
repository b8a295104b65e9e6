package org.numericclaims.claimant;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Count;
import org.numericclaims.http.Edits;
import org.numericclaims.http.Idempotent;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;
import org.numericclaims.naming.Merges;
import org.numericclaims.naming.NameSearch;

/** The claimants: listed by slug, each under its slug for good. */
@Path("/v1/claimants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claimants", description = "Who says it, not who prints it.")
@Transactional
public class ClaimantResource {

    private static final ClaimantChange RULES = ClaimantChange.RULES;
    private static final Lists.Catalogue<ClaimantView> CATALOGUE = new Lists.Catalogue<>(
            "claimants",
            ClaimantView::after,
            ClaimantView::slug,
            ClaimantView::near,
            q -> NameSearch.size("claimant", q));
    private static final String NAME_TAKEN = "Another claimant has the name or an alias; Link says which.";

    private final Conditional conditional;
    private final Edits edits;
    private final Lists lists;
    private final Merges merges;

    ClaimantResource(Conditional conditional, Edits edits, Lists lists, Merges merges) {
        this.conditional = conditional;
        this.edits = edits;
        this.lists = lists;
        this.merges = merges;
    }

    @GET
    @Operation(
            operationId = "listClaimants",
            summary = "List claimants by slug",
            description = "Those that were merged are left out.")
    @APIResponseSchema(value = Claimants.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @Parameter(description = Lists.Search.MEANING, example = "zelenski") @QueryParam("q") String q,
            @QueryParam("count") String count,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return lists.page(CATALOGUE, q, new Lists.Paging(limit, cursor, count));
    }

    @GET
    @Path("{slug}")
    @Operation(
            operationId = "getClaimant",
            summary = "Read a claimant",
            description = "One that was merged leads by 308 to the one that is left.")
    @APIResponseSchema(value = ClaimantView.class, responseCode = "200", responseDescription = "It, with its ETag.")
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("slug") String slug) {
        var view = RULES.view(RULES.existing(slug));
        return conditional.ok(view.version(), view);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addClaimant",
            summary = "Add a claimant",
            description = "Its slug is made of the name and never changes.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimantView.class),
                            examples = @ExampleObject(name = "claimant", value = ClaimantView.EXAMPLE)))
    @APIResponseSchema(
            value = ClaimantView.class,
            responseCode = "201",
            responseDescription = "The new claimant, its address in Location.")
    @APIResponse(responseCode = "409", description = NAME_TAKEN)
    public Response add(JsonBody body) {
        var view = RULES.view(RULES.add(body));
        var address = URI.create("/v1/claimants/" + view.slug());
        return conditional.shown(201, view.version(), view).location(address).build();
    }

    @PUT
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceClaimant",
            summary = "Replace a claimant",
            description = "What is left out is cleared; what only the service sets may be sent back as it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimantView.class),
                            examples = @ExampleObject(name = "claimant", value = ClaimantView.EXAMPLE)))
    @APIResponseSchema(value = ClaimantView.class, responseCode = "200", responseDescription = "It as it is now.")
    @APIResponse(responseCode = "409", description = NAME_TAKEN)
    public Response replace(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return edits.change(RULES, slug, ifMatch, body);
    }

    @PATCH
    @Path("{slug}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeClaimant",
            summary = "Change some fields of a claimant (RFC 7396)",
            description = "What is left out stays; null clears.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimantView.class),
                            examples = @ExampleObject(name = "patch", value = "{\"wikidata\": \"Q22686\"}")))
    @APIResponseSchema(value = ClaimantView.class, responseCode = "200", responseDescription = "It as it is now.")
    @APIResponse(responseCode = "409", description = NAME_TAKEN)
    public Response change(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return edits.change(RULES, slug, ifMatch, body);
    }

    @DELETE
    @Path("{slug}")
    @Operation(
            operationId = "removeClaimant",
            summary = "Remove a claimant that nothing uses",
            description = "Merge it instead where it is another one under a second name.")
    @APIResponse(responseCode = "204", description = "It is gone, and its names are free.")
    @APIResponse(responseCode = "409", description = "Claims or members refer to it, or others were merged into it.")
    public Response remove(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return edits.remove(RULES, slug, ifMatch);
    }

    @POST
    @Idempotent
    @Path("{slug}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeClaimant",
            summary = "Merge a claimant into another",
            description = "Its names become aliases of the other; its old address answers 308 for good.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Merges.Into.class),
                            examples = @ExampleObject(name = "into", value = "{\"into\": \"ukraine\"}")))
    @APIResponseSchema(value = ClaimantView.class, responseCode = "200", responseDescription = "The one that is left.")
    public Response merge(@PathParam("slug") String slug, JsonBody body) {
        return merges.merge(RULES, slug, body);
    }

    /** A page of claimants. */
    @Schema(name = "Claimants", description = "A page of claimants.")
    record Claimants(
            @Schema(required = true, description = "At most 'limit' of them.")
            List<ClaimantView> items,

            @Schema(required = true, nullable = true, description = Page.NEXT)
            String next,

            @Schema(description = Count.MEANING, examples = "1")
            Long count,

            @Schema(description = Count.KIND_MEANING, examples = "exact")
            String countKind) {}
}
