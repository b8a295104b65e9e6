package org.numericclaims.assessment;

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

/** What reviewers say of a claim, withdrawn ones too. */
@Path("/v1/claims/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Transactional
public class AssessmentResource {

    private final Conditional conditional;
    private final Edits edits;
    private final Lists lists;

    AssessmentResource(Conditional conditional, Edits edits, Lists lists) {
        this.conditional = conditional;
        this.edits = edits;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listAssessments",
            summary = "List what reviewers say of a claim, by number",
            description = "Each is its reviewer's; the service itself judges no claim true or false.")
    @APIResponseSchema(value = Listed.class, responseCode = "200", responseDescription = "A page of them.")
    public Response list(
            @PathParam("id") String id,
            @QueryParam(AsOf.NAME) String asOf,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        AsOf.begin(asOf);
        var assessments = Assessments.of(id);
        var list = lists.asked("assessments " + assessments.claim());
        var place = lists.place(list, cursor);
        var found = assessments.after(place == null ? 0 : Integer.parseInt(place.get(0)), most + 1).stream()
                .map(one -> new Lists.Found<>(one, List.of(String.valueOf(one.n()))))
                .toList();
        var page = lists.cut(list, found, most);
        return lists.linked(new Listed(page.items(), page.next()), page.next());
    }

    @GET
    @Path("{n}")
    @Operation(
            operationId = "getAssessment",
            summary = "Read what a reviewer says of a claim",
            description = "As it was added: it can be removed, but not changed.")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200", responseDescription = "It, with its ETag.")
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    public Response get(@PathParam("id") String id, @PathParam("n") String n) {
        var view = Assessments.of(id).at(n);
        return conditional.ok(view.version(), view);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addAssessment",
            summary = "Add what a reviewer says of a claim",
            description = "A reviewer may say several things of one claim, such as before and after a correction.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AssessmentView.class),
                            examples = @ExampleObject(name = "a review", value = AssessmentView.EXAMPLE)))
    @APIResponseSchema(
            value = AssessmentView.class,
            responseCode = "201",
            responseDescription = "The new one, its address in Location.")
    @APIResponse(
            responseCode = "409",
            description = "One that says the same to the letter stands already; Link says which.")
    public Response add(@PathParam("id") String id, JsonBody body) {
        var faults = new Faults();
        var sent = NewAssessment.read(body.fields(faults));
        faults.throwIfUnreadable();
        var assessments = Assessments.of(id);
        faults.throwIfAny();
        var view = assessments.add(sent);
        return conditional
                .shown(201, view.version(), view)
                .location(URI.create(assessments.address(view.n())))
                .build();
    }

    @DELETE
    @Path("{n}")
    @Operation(
            operationId = "removeAssessment",
            summary = "Remove what a reviewer says of a claim",
            description = "Its number is not used again.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response remove(
            @PathParam("id") String id, @PathParam("n") String n, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return edits.remove(Assessments.of(id), n, ifMatch);
    }

    /** A page of them. */
    @Schema(name = "Assessments", description = "A page of what reviewers say of a claim.")
    record Listed(
            @Schema(description = "At most 'limit' of them.")
            List<AssessmentView> items,

            @Schema(nullable = true, description = Page.NEXT)
            String next) {}
}
