package org.numericclaims.claim;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.figure.unit.KnownUnit;
import org.numericclaims.figure.unit.UnitKind;
import org.numericclaims.figure.unit.Units;
import org.numericclaims.http.Page;

/** The units that the service knows; any other valid UCUM code and any plain noun is a unit too. */
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "What is counted or measured in.")
public class UnitResource {

    @GET
    @Operation(
            operationId = "listUnits",
            summary = "List the known units",
            description = "All of them on one page, each with its aliases and what it converts into.")
    @APIResponseSchema(value = KnownUnits.class, responseCode = "200", responseDescription = "Every known unit.")
    public Page<UnitView> list() {
        return new Page<>(Units.known().stream().map(UnitView::of).toList(), null);
    }

    /** All known units. */
    @Schema(name = "Units", description = "All known units.")
    record KnownUnits(
            @Schema(description = "All of them.") List<UnitView> items,

            @Schema(nullable = true, description = "Null: there is one page.")
            String next) {}

    /** A known unit as it is shown. */
    @Schema(name = "Unit", description = "A unit that the service knows.")
    record UnitView(
            @Schema(description = "The name that answers show.", examples = "hectares")
            String name,

            @Schema(
                    description = "More kinds may come.",
                    enumeration = {"count", "physical", "money", "share", "ratio", "rate"},
                    examples = "physical")
            String kind,

            @Schema(nullable = true, description = "Its UCUM code, where it has one.", examples = "har")
            String ucum,

            @Schema(description = "Other ways to write it.", examples = "[\"hectare\", \"har\", \"ha\"]")
            List<String> aliases,

            @Schema(
                    description = "The names of the known units that its figures convert into.",
                    examples = "[\"km2\", \"m2\", \"acres\", \"sq mi\", \"sq ft\"]")
            List<String> convertsInto) {

        static UnitView of(KnownUnit unit) {
            return new UnitView(
                    unit.name(), code(unit.kind()), unit.ucum().orElse(null), unit.aliases(), unit.convertsInto());
        }

        private static String code(UnitKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
