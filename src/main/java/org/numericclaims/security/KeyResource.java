package org.numericclaims.security;

import io.vertx.ext.web.RoutingContext;
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
import java.util.UUID;
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
import org.numericclaims.http.Faults;
import org.numericclaims.http.Idempotent;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Page;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;
import org.numericclaims.naming.Ids;

/** The keys: made, listed and revoked by those who run the service. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "Who may write, and under which name it is kept who wrote.")
@Transactional
@Needs(Role.admin)
public class KeyResource {

    private static final String LIST = "keys";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Keys keys;
    private final Conditional conditional;
    private final Lists lists;
    private final RoutingContext exchange;

    KeyResource(Keys keys, Conditional conditional, Lists lists, RoutingContext exchange) {
        this.keys = keys;
        this.conditional = conditional;
        this.lists = lists;
        this.exchange = exchange;
    }

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List the keys in the order in which they were made",
            description = "Also those that were revoked or have expired. The keys themselves are kept nowhere.")
    @APIResponseSchema(value = KeyPage.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        var place = lists.place(LIST, cursor);
        var found = ApiKey.after(place == null ? BEFORE_ALL : UUID.fromString(place.get(0)), most + 1).stream()
                .map(key -> new Lists.Found<>(KeyView.of(key), List.of(key.id.toString())))
                .toList();
        return lists.page(lists.cut(LIST, found, most));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addKey",
            summary = "Make a key",
            description = "The answer alone has the key itself. The first one of all must be an admin's: from then on"
                    + " nobody writes without a key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = KeyView.class),
                            examples = @ExampleObject(name = "key", value = KeyView.EXAMPLE)))
    @APIResponseSchema(
            value = KeyView.class,
            responseCode = "201",
            responseDescription = "The new key, its address in Location.")
    public Response add(
            @Parameter(hidden = true) @HeaderParam(Idempotent.HEADER) String idempotencyKey, JsonBody body) {
        if (idempotencyKey != null) {
            throw Problems.of(
                    400,
                    "malformed_header",
                    "A key is shown once and kept nowhere: send no " + Idempotent.HEADER + ".");
        }
        var faults = new Faults();
        var sent = NewKey.read(body.fields(faults));
        if (sent.role() != null && sent.role() != Role.admin && !keys.exist()) {
            faults.senseless(
                    "role", "first_key_not_admin", "The first key must be an admin's, or nobody makes others.");
        }
        faults.throwIfAny();
        var text = KeyText.random();
        var key = ApiKey.add(sent, KeyText.hash(text), Writer.name(exchange));
        return conditional
                .shown(201, key.version, KeyView.made(key, text))
                .location(URI.create("/v1/keys/" + key.id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It is refused at once and for good, and stays in the list. A service that had a key is never"
                    + " open again.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public Response remove(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var key = Ids.read(id).flatMap(ApiKey::locked).orElseThrow(() -> Problems.notFound("key", id));
        Conditional.expect(ifMatch, key.version);
        key.revoke();
        return Response.noContent().build();
    }

    /** A page of keys. */
    @Schema(name = "Keys", description = "A page of keys.")
    record KeyPage(
            @Schema(description = "At most 'limit' of them.")
            List<KeyView> items,

            @Schema(nullable = true, description = Page.NEXT)
            String next) {}
}
