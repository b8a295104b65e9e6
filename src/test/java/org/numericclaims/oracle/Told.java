package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.unit.Unit;

/**
 * A claim as the oracle knows it: what the JSON of the claim says, worked out anew.
 *
 * @param json the claim as the service shows it
 * @param topic null where it has no subject
 * @param period null where none was stated
 * @param days the period's, cut to the span; empty where there is no period or no day is left
 * @param logical in the claim's unit
 * @param likely in the claim's unit
 */
record Told(
        JsonNode json,
        String id,
        Topic topic,
        Unit unit,
        Figure figure,
        Stretch logical,
        Stretch likely,
        PartialDate date,
        Period period,
        Optional<Days> days) {

    /** Of claims for the same thing the last of this order is the latest. */
    static final Comparator<Told> BY_DATE = Comparator.<Told, java.time.LocalDate>comparing(told -> told.date.last())
            .thenComparing(told -> told.date.first())
            .thenComparing(told -> Instant.parse(told.text("created_at")))
            .thenComparing(Told::id);

    static Told of(JsonNode json, Map<String, Topic> topics) {
        var unit = Unit.of(json.get("unit").textValue(), true);
        var figure = new Figure(
                number(json, "figure"),
                number(json, "figure_to"),
                null,
                Qualifier.of(json.path("qualifier").asText("plain")).orElseThrow(),
                number(json, "rounded_to"));
        var topic = topics.get(json.path("subject").textValue());
        var date = PartialDate.parse(json.get("date").textValue());
        var period = period(json, "period");
        return new Told(
                json,
                json.get("id").textValue(),
                topic,
                unit,
                figure,
                Stretch.of(figure.logical(unit.isCount())),
                Stretch.of(figure.likely(unit.isCount())),
                date,
                period,
                days(topic, period, date));
    }

    /** The same with other intervals, in another unit. */
    Told bounded(Unit other, Stretch logically, Stretch likelily) {
        return new Told(json, id, topic, other, figure, logically, likelily, date, period, days);
    }

    /** A field of the claim as text; null where it has none. */
    String text(String field) {
        return json.path(field).textValue();
    }

    String claimant() {
        return text("claimant");
    }

    boolean isComparative() {
        return text("baseline_subject") != null || text("baseline_period") != null;
    }

    boolean isPartOf(Told whole) {
        return whole.id.equals(text("part_of"));
    }

    Stretch logicalIn(Unit other) {
        return logical.converted(unit, other);
    }

    Stretch likelyIn(Unit other) {
        return likely.converted(unit, other);
    }

    Period baselinePeriod() {
        return period(json, "baseline_period");
    }

    private static Optional<Days> days(Topic topic, Period period, PartialDate date) {
        if (period == null) {
            return Optional.empty();
        }
        return topic == null ? period.days(date) : topic.days(period, date);
    }

    private static Period period(JsonNode json, String field) {
        return json.path(field).isTextual() ? Period.parse(json.get(field).textValue()) : null;
    }

    private static BigDecimal number(JsonNode json, String field) {
        return json.path(field).isNumber() ? json.get(field).decimalValue() : null;
    }
}
