package org.numericclaims.source;

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

/** The sources: listed by id, which is the order in which they came. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources", description = "Where claims were read. No URL is ever fetched.")
@Transactional
public class SourceResource {

    private static final SourceChange RULES = SourceChange.RULES;
    private static final Lists.Catalogue<SourceView> CATALOGUE = new Lists.Catalogue<>(
            "sources",
            SourceView::after,
            view -> view.id().toString(),
            SourceView::near,
            q -> NameSearch.size("source", q));
    private static final String TAKEN = "Another source has the URL or the citation; Link says which.";

    private final Conditional conditional;
    private final Edits edits;
    private final Lists lists;
    private final Merges merges;

    SourceResource(Conditional conditional, Edits edits, Lists lists, Merges merges) {
        this.conditional = conditional;
        this.edits = edits;
        this.lists = lists;
        this.merges = merges;
    }

    @GET
    @Operation(
            operationId = "listSources",
            summary = "List sources by id",
            description = "Those that were merged are left out; the id is the order in which they came.")
    @APIResponseSchema(value = Sources.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @Parameter(description = Lists.Search.MEANING, example = "times") @QueryParam("q") String q,
            @QueryParam("count") String count,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return lists.page(CATALOGUE, q, new Lists.Paging(limit, cursor, count));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSource",
            summary = "Read a source",
            description = "One that was merged leads by 308 to the one that is left.")
    @APIResponseSchema(value = SourceView.class, responseCode = "200", responseDescription = "It, with its ETag.")
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("id") String id) {
        var view = RULES.view(RULES.existing(id));
        return conditional.ok(view.version(), view);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSource",
            summary = "Add a source",
            description = "It has a URL, a citation or both, which no other source has.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SourceView.class),
                            examples = @ExampleObject(name = "source", value = SourceView.EXAMPLE)))
    @APIResponseSchema(
            value = SourceView.class,
            responseCode = "201",
            responseDescription = "The new source, its address in Location.")
    @APIResponse(responseCode = "409", description = TAKEN)
    public Response add(JsonBody body) {
        var view = RULES.view(RULES.add(body));
        var address = URI.create("/v1/sources/" + view.id());
        return conditional.shown(201, view.version(), view).location(address).build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSource",
            summary = "Replace a source",
            description = "What is left out is cleared; what only the service sets may be sent back as it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SourceView.class),
                            examples = @ExampleObject(name = "source", value = SourceView.EXAMPLE)))
    @APIResponseSchema(value = SourceView.class, responseCode = "200", responseDescription = "It as it is now.")
    @APIResponse(responseCode = "409", description = TAKEN)
    public Response replace(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return edits.change(RULES, id, ifMatch, body);
    }

    @PATCH
    @Path("{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeSource",
            summary = "Change some fields of a source (RFC 7396)",
            description = "What is left out stays; null clears.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SourceView.class),
                            examples = @ExampleObject(name = "patch", value = "{\"publisher\": \"Reuters\"}")))
    @APIResponseSchema(value = SourceView.class, responseCode = "200", responseDescription = "It as it is now.")
    @APIResponse(responseCode = "409", description = TAKEN)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonBody body) {
        return edits.change(RULES, id, ifMatch, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeSource",
            summary = "Remove a source that nothing uses",
            description = "Merge it instead where it is another one under a second address.")
    @APIResponse(responseCode = "204", description = "It is gone, and its URL and citation are free.")
    @APIResponse(responseCode = "409", description = "Claims refer to it, or others were merged into it.")
    public Response remove(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return edits.remove(RULES, id, ifMatch);
    }

    @POST
    @Idempotent
    @Path("{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeSource",
            summary = "Merge a source into another",
            description = "Its URL and citation lead to the other; its old address answers 308 for good.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Merges.Into.class),
                            examples =
                                    @ExampleObject(
                                            name = "into",
                                            value = "{\"into\": \"01948a3c-7b7e-7c3e-9d53-0a4f3c2b1d00\"}")))
    @APIResponseSchema(value = SourceView.class, responseCode = "200", responseDescription = "The one that is left.")
    public Response merge(@PathParam("id") String id, JsonBody body) {
        return merges.merge(RULES, id, body);
    }

    /** A page of sources. */
    @Schema(name = "Sources", description = "A page of sources.")
    record Sources(
            @Schema(required = true, description = "At most 'limit' of them.")
            List<SourceView> items,

            @Schema(required = true, nullable = true, description = Page.NEXT)
            String next,

            @Schema(description = Count.MEANING, examples = "1")
            Long count,

            @Schema(description = Count.KIND_MEANING, examples = "exact")
            String countKind) {}
}
