package org.numericclaims.exchange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.event.Event;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.http.FileBody;
import org.numericclaims.http.Idempotent;
import org.numericclaims.http.JsonItems;
import org.numericclaims.http.Parameters;
import org.numericclaims.http.Problems;

/** Files of claims, taken in as a stream. */
@Path("/v1/claims/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private static final String JSON_EXAMPLE = """
            {"claims": [
            {"key": "total", "figure": 434000, "unit": "people", "subject": "Killed or wounded", "claimant": "Ukraine", "date": "2025-01", "period": "2024", "source": "https://example.org/a"},
            {"figure_text": "approximately 150,000", "part_of": "total", "unit": "people", "subject": "Killed", "claimant": "Ukraine", "date": "2025-01", "period": "2024", "source": "https://example.org/a"}
            ]}""";

    private static final String CSV_EXAMPLE = """
            key,figure,figure_text,part_of,unit,subject,claimant,date,period,source
            total,434000,,,people,Killed or wounded,Ukraine,2025-01,2024,https://example.org/a
            ,,"approximately 150,000",total,people,Killed,Ukraine,2025-01,2024,https://example.org/a
            """;

    private static final String NDJSON_EXAMPLE = """
            {"figure": 434000, "unit": "people", "subject": "Killed or wounded", "claimant": "Ukraine", "date": "2025-01", "period": "2024", "source": "https://example.org/a"}""";

    private final ClaimImport claims;
    private final Event<ImportAnswer> done;
    private final long limit;

    ImportResource(
            ClaimImport claims, Event<ImportAnswer> done, @ConfigProperty(name = "claims.import-limit") long limit) {
        this.claims = claims;
        this.done = done;
        this.limit = limit;
    }

    @POST
    @Idempotent
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = ClaimImport.LONGEST_SECONDS)
    @Consumes({MediaType.APPLICATION_JSON, CSV, NDJSON, "application/ndjson"})
    @Operation(
            operationId = "importClaims",
            summary = "Import a file of claims",
            description = "All or nothing, unless on_error=skip; the same file twice creates nothing the second time."
                    + " 'key' names a row for part_of and supersedes of others, also before it; where there is none,"
                    + " 'id' serves. The first line of a CSV file names the fields; commas, semicolons or tabs part"
                    + " them. UTF-8; Content-Encoding: gzip is taken.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportAnswer.File.class),
                        examples = @ExampleObject(name = "a part and its whole", value = JSON_EXAMPLE)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "a header and two claims", value = CSV_EXAMPLE)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ClaimView.class),
                        examples = @ExampleObject(name = "a line", value = NDJSON_EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "What was done; with dry_run, what would have been.",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description = "With on_duplicate=error: others have added claims of the file meanwhile; nothing was kept.")
    public Response load(
            @Parameter(
                            description = "true: check everything, keep nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("dry_run")
                    String dryRun,
            @Parameter(
                            description = "'stop' keeps nothing where any claim is wrong and is meant if not said;"
                                    + " 'skip' keeps the others.",
                            schema = @Schema(enumeration = {"stop", "skip"}))
                    @QueryParam("on_error")
                    String onError,
            @Parameter(
                            description = "Whether a claim that stands already is passed over, which is meant if not"
                                    + " said, or an error.",
                            schema = @Schema(enumeration = {"skip", "error"}))
                    @QueryParam("on_duplicate")
                    String onDuplicate,
            @Parameter(
                            description = "true: units are meant as they stand, though unknown or one slip from a known"
                                    + " one.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("new_unit")
                    String newUnit,
            @Parameter(
                            description =
                                    "true: cells of CSV are texts as they stand, as exported with exact=true; else"
                                            + " the apostrophe that keeps one from being run as a formula is taken off.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("exact")
                    String exact,
            @Context HttpHeaders headers,
            InputStream body)
            throws SystemException {
        var parameters = new Parameters();
        boolean skip = chosen(parameters, "on_error", onError, List.of("stop", "skip"), "skip");
        boolean error = chosen(parameters, "on_duplicate", onDuplicate, List.of("skip", "error"), "error");
        var options = new ImportOptions(
                parameters.flag("dry_run", dryRun), skip, error, parameters.flag("new_unit", newUnit));
        boolean asTheyStand = parameters.flag("exact", exact);
        if (exact != null && !isCsv(headers)) {
            parameters.misplaced("exact", "'exact' goes with CSV only.");
        }
        parameters.throwIfAny();
        try {
            var answer = claims.load(rows(body, headers, asTheyStand), options);
            done.fire(answer);
            return Response.ok(answer).build();
        } catch (IOException e) {
            throw Problems.bodyIncomplete();
        }
    }

    private static boolean isCsv(HttpHeaders headers) {
        return headers.getMediaType().getSubtype().equals("csv");
    }

    private Rows rows(InputStream body, HttpHeaders headers, boolean exact) throws IOException {
        var file = FileBody.of(body, headers, limit);
        return switch (headers.getMediaType().getSubtype()) {
            case "csv" -> new CsvRows(file, exact);
            case "json" -> new JsonRows(new JsonItems(file, "claims"));
            default -> new NdjsonRows(file);
        };
    }

    private static boolean chosen(Parameters parameters, String name, String value, List<String> known, String meant) {
        parameters.choice(name, value, known);
        return meant.equals(value);
    }
}
