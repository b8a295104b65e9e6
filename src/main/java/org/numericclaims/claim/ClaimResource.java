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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
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
import org.numericclaims.http.Form;
import org.numericclaims.http.Idempotent;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Page;
import org.numericclaims.http.Parameters;
import org.numericclaims.http.Role;
import org.numericclaims.naming.Ids;

/** The claims: the record that everything else is about. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "Who said that what came to which figure, when, and where it is printed.")
public class ClaimResource {

    private final Conditional conditional;
    private final Edits edits;
    private final ClaimPages pages;
    private final ClaimExport export;
    private final ClaimDocument document;
    private final Request request;

    ClaimResource(
            Conditional conditional,
            Edits edits,
            ClaimPages pages,
            ClaimExport export,
            ClaimDocument document,
            Request request) {
        this.conditional = conditional;
        this.edits = edits;
        this.pages = pages;
        this.export = export;
        this.document = document;
        this.request = request;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE, ClaimFile.NDJSON_TYPE, ClaimFile.XLSX_TYPE})
    @Operation(
            operationId = "listClaims",
            summary = "List claims, the newest first",
            description = "Different filters are all of them, a repeated one is any of its values. With 'in' each claim"
                    + " is told in that unit, beside what was stated. As json a page; as csv, ndjson or xlsx all that"
                    + " match, as they stand at one moment, written while they are read: where that fails, or the"
                    + " reader takes nothing for a minute, the connection is cut without the last chunk, so that no"
                    + " client takes a part for the whole. csv and ndjson can be imported again, but not with 'in'.")
    @APIResponse(
            responseCode = "200",
            description = "As json a page of them, where 'next' and the Link header lead on; else all of them.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Claims.class)),
                @Content(
                        mediaType = Form.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "two fields", value = "figure,unit\r\n818000,people\r\n")),
                @Content(mediaType = ClaimFile.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ClaimFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
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
            @Parameter(
                            description = Form.MEANING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv", "ndjson", "xlsx"}))
                    @QueryParam("format")
                    String format,
            @Parameter(description = EXACT, schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("exact")
                    String exact,
            @QueryParam("count") String count,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var parameters = new Parameters();
        var form = Form.asked(FORMS, format, request, parameters);
        var shape = new ClaimPages.Shape(sort, fields, exact, count, limit, cursor);
        shape.fit(form, query.in, parameters);
        return form == Form.JSON ? pages.page(query, shape, parameters) : export.file(form, query, shape, parameters);
    }

    @GET
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, ClaimDocument.TYPE})
    @Operation(
            operationId = "getClaim",
            summary = "Read a claim",
            description =
                    "Withdrawn ones stay readable here. As linked data it is a Claim of schema.org, with where else it"
                            + " is printed and a ClaimReview for each assessment. With 'as_of' it"
                            + " is answered as our record had it then, under the names of today.")
    @APIResponse(
            responseCode = "200",
            description = "The claim, with its ETag.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ClaimView.class)),
                @Content(
                        mediaType = ClaimDocument.TYPE,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "words and source", value = LINKED_EXAMPLE))
            })
    @APIResponse(responseCode = "304", description = "The caller has it already: If-None-Match named its ETag.")
    @APIResponse(responseCode = "422", description = "'as_of' lies in the future.")
    public Response get(
            @PathParam("id") String id,
            @QueryParam(AsOf.NAME) String asOf,
            @Parameter(
                            description = Form.MEANING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "jsonld"}))
                    @QueryParam("format")
                    String format) {
        var parameters = new Parameters();
        var form = Form.asked(DOCUMENT_FORMS, format, request, parameters);
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        Supplier<Response> reading = () -> {
            var claim = Ids.read(id).flatMap(ClaimRow::view).orElseThrow(() -> Claim.missing(id));
            return conditional.ok(claim.version(), form == Form.JSON ? claim : document.of(claim), form);
        };
        return form == Form.JSON && !moment.isPast() ? reading.get() : moment.read(reading);
    }

    @POST
    @Idempotent
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
            @Parameter(description = NEW_UNIT, schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("new_unit")
                    String newUnit,
            JsonBody body) {
        var parameters = new Parameters();
        parameters.choice("duplicate", duplicate, List.of("allow"));
        boolean insist = parameters.flag("new_unit", newUnit);
        parameters.throwIfAny();
        var faults = new Faults();
        var fields = body.fields(faults);
        fields.only(ClaimField.NAMES);
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
            @Parameter(description = NEW_UNIT, schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("new_unit")
                    String newUnit,
            @Parameter(description = REASON) @QueryParam("reason") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonBody body) {
        var parameters = new Parameters();
        boolean insist = parameters.flag("new_unit", newUnit);
        giveReason(reason, parameters);
        return edits.change(ClaimEdit.by(body, insist), id, ifMatch, body);
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
            @Parameter(description = NEW_UNIT, schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("new_unit")
                    String newUnit,
            @Parameter(description = REASON) @QueryParam("reason") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonBody body) {
        var parameters = new Parameters();
        boolean insist = parameters.flag("new_unit", newUnit);
        giveReason(reason, parameters);
        return edits.change(ClaimEdit.by(body, insist), id, ifMatch, body);
    }

    @DELETE
    @Transactional
    @Path("{id}")
    @Operation(
            operationId = "withdrawClaim",
            summary = "Take a claim out of the record",
            description = "It is gone from lists and analyses, and stays readable under its address, marked.")
    @APIResponse(responseCode = "204", description = "It is withdrawn, or erased.")
    public Response remove(
            @PathParam("id") String id,
            @Parameter(
                            description = "true, which needs the role admin: erases it for good with all its versions,"
                                    + " as the law may want it; that there was one, who erased it, when and why stays.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("purge")
                    String purge,
            @Parameter(description = REASON) @QueryParam("reason") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        var parameters = new Parameters();
        boolean forGood = parameters.flag("purge", purge);
        if (forGood) {
            Role.admin.require(caller);
        }
        giveReason(reason, parameters);
        return edits.remove(forGood ? ClaimEdit.PURGE : ClaimEdit.WITHDRAWAL, id, ifMatch);
    }

    private static final List<Form> FORMS = List.of(Form.JSON, Form.CSV, ClaimFile.NDJSON, ClaimFile.XLSX);

    private static final List<Form> DOCUMENT_FORMS = List.of(Form.JSON, ClaimDocument.FORM);

    static final String LINKED_EXAMPLE = """
            {"@context": "https://schema.org", "@type": "Claim", "@id": "http://localhost:8080/v1/claims/\
            01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11", "name": "Ukraine: over 818,000 people", "author": {"@type": \
            "GovernmentOrganization", "name": "Ukraine"}, "datePublished": "2025-01-21", "about": [{"@type": \
            "QuantitativeValue", "value": 818000, "minValue": 818001, "unitText": "people"}], "appearance": \
            [{"@type": "CreativeWork", "url": "https://example.org/a"}]}""";

    static final String EXACT =
            "Only with csv. A text that a spreadsheet would run as a formula has an apostrophe before"
                    + " it, which an import takes off again; with true it stands as it is, for programs.";

    static final String NEW_UNIT = "true: the unit is meant so, though it is unknown or one slip from a known one.";

    static final String REASON = "Why, for the history of the claim: one line of at most 1,000 characters.";

    private static final int LONGEST_REASON = 1_000;

    static final String EXAMPLE = """
            {"figure_text": "over 818,000", "unit": "people", "subject": "Soldiers killed or wounded", "claimant": "Ukraine", "date": "2025-01-21", "period": "2022-02-24/2025-01-21", "source": "https://example.org/a"}""";

    /** A page of claims. */
    @Schema(name = "Claims", description = "A page of claims.")
    record Claims(
            @Schema(required = true, description = "At most 'limit' of them.")
            List<ClaimInUnit> items,

            @Schema(required = true, nullable = true, description = Page.NEXT)
            String next,

            @Schema(description = Count.MEANING, examples = "1")
            Long count,

            @Schema(description = Count.KIND_MEANING, examples = "exact")
            String countKind) {}

    private static void giveReason(String reason, Parameters parameters) {
        var why = parameters.text("reason", reason, LONGEST_REASON);
        parameters.throwIfAny();
        ClaimVersion.giveReason(why);
    }
}
