package org.numericclaims.appearance;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.AsOf;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Edits;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Idempotent;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;

/** The further places that carry what a claim says: withdrawn claims have them too. */
@Path("/v1/claims/{id}/appearances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Transactional
public class AppearanceResource {

    private final Conditional conditional;
    private final Edits edits;
    private final Lists lists;

    AppearanceResource(Conditional conditional, Edits edits, Lists lists) {
        this.conditional = conditional;
        this.edits = edits;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listAppearances",
            summary = "List the further places that carry a claim, by number",
            description = "The first place is the claim's own source. Twenty articles on one speech are one claim, and"
                    + " those of one publisher are one source.")
    @APIResponseSchema(value = Listed.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @PathParam("id") String id,
            @QueryParam(AsOf.NAME) String asOf,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        AsOf.begin(asOf);
        var appearances = Appearances.of(id);
        var list = lists.asked("appearances " + appearances.claim());
        var place = lists.place(list, cursor);
        var found = appearances.after(place == null ? 0 : Integer.parseInt(place.get(0)), most + 1).stream()
                .map(one -> new Lists.Found<>(one, List.of(String.valueOf(one.n()))))
                .toList();
        var page = lists.cut(list, found, most);
        int sources = IndependentSources.of(List.of(appearances.claim()));
        return lists.linked(new Listed(page.items(), page.next(), sources), page.next());
    }

    @GET
    @Path("{n}")
    @Operation(
            operationId = "getAppearance",
            summary = "Read a further place that carries a claim",
            description = "The source is shown under its name of today.")
    @APIResponseSchema(value = AppearanceView.class, responseCode = "200", responseDescription = "It, with its ETag.")
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("id") String id, @PathParam("n") String n) {
        var view = Appearances.of(id).at(n);
        return conditional.ok(view.version(), view);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addAppearance",
            summary = "Add a further place that carries a claim",
            description = "The same utterance printed or sent elsewhere; said again on another occasion it is another"
                    + " claim. The source is named as in a claim: an unknown one is made.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AppearanceView.class),
                            examples = @ExampleObject(name = "an article", value = AppearanceView.EXAMPLE)))
    @APIResponseSchema(
            value = AppearanceView.class,
            responseCode = "201",
            responseDescription = "The new one, its address in Location.")
    @APIResponse(
            responseCode = "409",
            description = "The claim has this source already: Link says which appearance it is, or the claim.")
    public Response add(@PathParam("id") String id, JsonBody body) {
        var faults = new Faults();
        var sent = NewAppearance.read(body.fields(faults));
        faults.throwIfUnreadable();
        var appearances = Appearances.of(id);
        faults.throwIfAny();
        var view = appearances.add(sent);
        return conditional
                .shown(201, view.version(), view)
                .location(URI.create(appearances.address(view.n())))
                .build();
    }

    @DELETE
    @Path("{n}")
    @Operation(
            operationId = "removeAppearance",
            summary = "Remove a further place that carries a claim",
            description = "Its number is not used again; the source stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response remove(
            @PathParam("id") String id, @PathParam("n") String n, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return edits.remove(Appearances.of(id), n, ifMatch);
    }

    /** A page of them. */
    @Schema(name = "Appearances", description = "A page of the further places that carry a claim.")
    record Listed(
            @Schema(description = "At most 'limit' of them.")
            List<AppearanceView> items,

            @Schema(nullable = true, description = Page.NEXT)
            String next,

            @Schema(
                    description = "In how many independent sources the claim stands, on whichever page: its own and"
                            + " those of all its appearances, by publisher where that is known.",
                    examples = "2")
            int sourceCount) {}
}
