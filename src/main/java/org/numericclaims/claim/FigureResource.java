package org.numericclaims.claim;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.figure.words.FigureReader;
import org.numericclaims.figure.words.Reading;
import org.numericclaims.figure.words.UnitHint;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;

/** Reads figures from words, and keeps nothing. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures", description = "From words to numbers and bounds.")
public class FigureResource {

    private static final int TEXT_LIMIT = 2_000;
    private static final int UNIT_LIMIT = 60;

    @POST
    @Path("parse")
    @Needs(Role.reader)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "parseFigure",
            summary = "Read the first figure of a text",
            description =
                    "What can't be read safely is refused: better than a wrong number. Post 'after' for the next.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Sent.class),
                            examples =
                                    @ExampleObject(
                                            name = "words",
                                            value =
                                                    "{\"text\": \"He spoke of almost a million people.\", \"unit\": \"people\"}")))
    @APIResponse(responseCode = "200", description = "The leftmost figure, with its bounds.")
    public FigureView parse(JsonBody body) {
        var faults = new Faults();
        var fields = body.fields(faults);
        fields.only(List.of("text", "unit"));
        var text = fields.requiredParagraph("text", TEXT_LIMIT);
        var unit = unit(fields.line("unit", UNIT_LIMIT), faults);
        faults.throwIfAny();
        var reading = read(text, unit);
        var meant = reading.unit() == null ? null : Unit.of(reading.unit(), true);
        var figure = new Figure(reading.figure(), reading.figureTo(), null, reading.qualifier(), reading.roundedTo());
        figure.faults(meant != null && meant.isCount())
                .forEach(fault -> faults.senseless("text", fault.code(), fault.detail()));
        faults.throwIfAny();
        return FigureView.of(reading, figure, meant);
    }

    private static Unit unit(String said, Faults faults) {
        try {
            return said == null ? null : Unit.of(said);
        } catch (Unreadable e) {
            faults.senseless("unit", e.code(), e.getMessage());
            return null;
        }
    }

    private static Reading read(String text, Unit unit) {
        try {
            return FigureReader.first(
                    text, unit == null ? UnitHint.NONE : new UnitHint(unit.name(), unit.isCount(), unit.isLength()));
        } catch (Unreadable e) {
            throw Problems.of(
                    422,
                    "figure_text_unreadable",
                    "The words can't be read safely as a figure; send the number beside them.",
                    List.of(Fault.field("text", e.code(), e.getMessage())));
        }
    }

    /** The text to read, and the unit that is asked for. */
    @Schema(name = "FigureText", description = "The words to read.")
    record Sent(
            @Schema(required = true, description = "At most 2,000 characters.", examples = "almost a million")
            String text,

            @Schema(description = "The unit of the figure, where the words don't say it.", examples = "people")
            String unit) {}
}
