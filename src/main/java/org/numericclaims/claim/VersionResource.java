package org.numericclaims.claim;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Ids;

/** What our record of a claim was, version by version. */
@Path("/v1/claims/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class VersionResource {

    private final Conditional conditional;
    private final Lists lists;

    VersionResource(Conditional conditional, Lists lists) {
        this.conditional = conditional;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listClaimVersions",
            summary = "List the versions of a claim, the newest first",
            description = "What was changed in our record of it, when, by whom and why. A newer figure of the claimant"
                    + " is no version: that is another claim, which supersedes this one. Whom and what a claim names"
                    + " has its names of today.")
    @APIResponseSchema(value = ClaimHistory.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        var claim = Ids.read(id).orElseThrow(() -> Claim.missing(id));
        var list = "versions " + claim;
        var place = lists.place(list, cursor);
        int before = place == null ? Integer.MAX_VALUE : Integer.parseInt(place.get(0));
        // one behind the first of the next page, with which that is compared
        var versions = ClaimVersion.before(before, claim, most + 2);
        if (versions.isEmpty()) {
            throw Claim.missing(id);
        }
        var page = lists.cut(list, entries(versions), most);
        return lists.linked(new ClaimHistory(page.items(), page.next()), page.next());
    }

    @GET
    @Path("{version}")
    @Operation(
            operationId = "getClaimVersion",
            summary = "Read a version of a claim",
            description = "The whole claim as it was shown then; whom and what it names has its names of today.")
    @APIResponse(
            responseCode = "200",
            description = "The claim as it was, with its ETag.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("id") String id, @PathParam("version") String version) {
        var claim = Ids.read(id).flatMap(ClaimRow::view).map(ClaimView::id).orElseThrow(() -> Claim.missing(id));
        return ClaimPart.number(version)
                .flatMap(number -> ClaimVersion.numbered(number, claim))
                .map(found -> conditional.ok(found.claim().version(), found.claim()))
                .orElseThrow(() -> Problems.notFound("version", version));
    }

    /** Each with what it changed in the one that follows it here; the very first of a claim changed nothing. */
    private static List<Lists.Found<ClaimHistory.Entry>> entries(List<ClaimVersion> versions) {
        return IntStream.range(0, versions.size())
                .mapToObj(i -> {
                    var version = versions.get(i);
                    var changes = i + 1 < versions.size()
                            ? version.since(versions.get(i + 1))
                            : List.<ClaimHistory.Changed>of();
                    var number = String.valueOf(version.claim().version());
                    return new Lists.Found<>(ClaimHistory.Entry.of(version, changes), List.of(number));
                })
                .toList();
    }
}
