package org.numericclaims.analysis;

import io.quarkus.vertx.http.Compressed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Form;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** What was claimed about one subject over time. */
@Path("/v1/subjects/{slug}/series")
@Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE})
@Tag(name = "Analysis")
@Transactional
public class SeriesResource {

    private static final List<Form> FORMS = List.of(Form.JSON, Form.CSV);

    private final Request request;

    SeriesResource(Request request) {
        this.request = request;
    }

    @GET
    @Compressed
    @Operation(
            operationId = "getSeries",
            summary = "Read what was claimed about a subject over time, a line for each claimant",
            description = "All claims about exactly this subject but withdrawn and comparative ones; those that are"
                    + " superseded or retracted are marked. As CSV a row for each point: there 'unit' is the last"
                    + " column, and 'left_out' is missing.")
    @APIResponse(
            responseCode = "200",
            description = "The series.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Series.class)),
                @Content(
                        mediaType = Form.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "one claim", value = CSV_EXAMPLE))
            })
    @APIResponse(responseCode = "422", description = "'date_gte' lies after 'date_lte'.")
    public Response get(
            @PathParam("slug") String slug,
            @BeanParam SeriesQuery query,
            @Parameter(
                            description = Form.MEANING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"}))
                    @QueryParam("format")
                    String format) {
        var parameters = new Parameters();
        var form = Form.asked(FORMS, format, request, parameters);
        var asked = query.read(parameters);
        var subject = Subject.existing(slug);
        var series = SeriesClaims.of(subject, asked);
        var response = form == Form.CSV
                ? Response.ok(SeriesCsv.of(series), form.type())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + subject.slug + "-series.csv\"")
                : Response.ok(series, form.type());
        return response.build();
    }

    static final String CSV_EXAMPLE =
            "claimant,claimant_slug,subject,subject_slug,claim,date,period,figure,figure_to,qualifier,low,high,"
                    + "likely_low,likely_high,superseded,status,unit\r\nDonald Trump,donald-trump,Russian soldiers killed in the war in"
                    + " Ukraine,russian-soldiers-killed-in-the-war-in-ukraine,0193c2a4-8f1b-7c3d-9a5e-0123456789ab,"
                    + "2025-01-20,2022-02-24/2025-01-20,1000000,,almost,800000,999999,900000,999999,false,active,"
                    + "people\r\n";
}
