package org.numericclaims.analysis;

import io.quarkus.vertx.http.Compressed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** What was claimed about one subject over time, as a picture to embed. */
@Path("/v1/subjects/{slug}/chart.svg")
@Produces(ChartResource.SVG)
@Tag(name = "Analysis")
@Transactional
public class ChartResource {

    static final String SVG = "image/svg+xml";

    private static final MediaType PICTURE = new MediaType("image", "svg+xml", "utf-8");

    /** A picture that is opened by itself can load and run nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    @GET
    @Compressed
    @Operation(
            operationId = "getChart",
            summary = "Draw what was claimed about a subject over time, a line for each claimant",
            description = "The series as an SVG picture. Dark bands are the likely bounds, light ones the logical"
                    + " bounds; they fade where these are open. Rings are superseded, crosses retracted claims."
                    + " Claims of a claimant are joined where their periods begin together, are each a year, a month"
                    + " or a day, or are all missing. Of a long line the extremes are kept; of more than 40 claimants"
                    + " those with the most claims.")
    @APIResponse(
            responseCode = "200",
            description = "The picture, in light or dark colours as its viewer prefers.",
            content =
                    @Content(
                            mediaType = SVG,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "no claims", value = EXAMPLE)))
    @APIResponse(responseCode = "422", description = "'date_gte' lies after 'date_lte'.")
    public Response get(@PathParam("slug") String slug, @BeanParam SeriesQuery query) {
        var asked = query.read(new Parameters());
        var series = SeriesClaims.of(Subject.existing(slug), asked);
        return Response.ok(new SeriesChart(series).chart().svg(), PICTURE)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    static final String EXAMPLE = """
            <svg xmlns="http://www.w3.org/2000/svg" class="claims-chart" viewBox="0 0 960 120" role="img" \
            aria-labelledby="chart-1-title chart-1-desc"><title id="chart-1-title">Ships lost</title>\
            <desc id="chart-1-desc">There are no claims to show.</desc></svg>""";
}
