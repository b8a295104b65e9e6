package org.numericclaims.analysis;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.numericclaims.claim.AsOf;
import org.numericclaims.claim.DateFilter;
import org.numericclaims.claim.Where;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Parameters;

/** Which claims of a subject are asked for as its series, how many of them, and in which unit. */
public class SeriesQuery {

    @Parameter(
            description = "Thins each line to the last claim of each interval, by the last day of the claim's date;"
                    + " weeks begin on Monday.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "week", "month", "quarter", "year"}))
    @QueryParam("interval")
    String interval;

    @Parameter(
            description = "With a line of its own for each claimant of each narrower subject, whose figures are inside"
                    + " those of this one where they add up.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("narrower")
    String narrower;

    @Parameter(
            description = "The unit to tell all figures in, by any of its names; the one that most of the subject's"
                    + " claims have if not said. What does not convert is left out and counted.",
            example = "people")
    @QueryParam("in")
    String in;

    @Parameter(description = "Name, alias or slug of the claimant.", example = "ukraine")
    @QueryParam("claimant")
    List<String> claimant;

    @Parameter(description = "Said on that date or later, all of it.", example = "2024")
    @QueryParam("date_gte")
    String dateGte;

    @Parameter(description = "Said on that date or before, all of it.", example = "2025-01")
    @QueryParam("date_lte")
    String dateLte;

    @QueryParam(AsOf.NAME)
    String asOf;

    /**
     * What is asked, understood.
     *
     * @param filter the conditions on the claims
     * @param unit to tell figures in, null where none was named
     * @param interval of which only the last claim is wanted, null where all are
     * @param narrower whether narrower subjects are asked for too
     */
    record Asked(Where filter, Unit unit, SeriesInterval interval, boolean narrower) {}

    /**
     * Understands it, and begins the transaction that is running; faults go to {@code parameters}, which throws them
     * before that.
     */
    Asked read(Parameters parameters) {
        var filter = new Where();
        new DateFilter(dateGte, dateLte).apply(filter, parameters);
        var unit = parameters.parsed("in", in, Unit::of);
        parameters.choice("interval", interval, SeriesInterval.NAMES);
        boolean withNarrower = parameters.flag("narrower", narrower);
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        moment.begin();
        if (Parameters.isAsked(claimant)) {
            filter.in(
                    "c.claimant_id",
                    Claimant.called(claimant).values().stream().distinct().toList());
        }
        return new Asked(filter, unit, interval == null ? null : SeriesInterval.valueOf(interval), withNarrower);
    }
}
