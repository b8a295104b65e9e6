package org.numericclaims.claim;

import java.util.Map;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Fields;
import org.numericclaims.source.Source;

/** What the texts of many claims mean: the latest are remembered, as the same few stand in most rows of a file. */
public final class Meanings {

    private final Map<String, Unit> units = new Latest<>();
    private final Map<String, PartialDate> dates = new Latest<>();
    private final Map<String, Period> periods = new Latest<>();
    private final Map<String, String> sources = new Latest<>();
    private final boolean newUnit;

    /**
     * Nothing is known yet.
     *
     * @param newUnit whether a unit that is unknown or one slip from a known one is meant
     */
    public Meanings(boolean newUnit) {
        this.newUnit = newUnit;
    }

    Unit unit(String text) {
        return units.computeIfAbsent(text, unit -> Unit.of(unit, newUnit));
    }

    PartialDate date(String text) {
        return dates.computeIfAbsent(text, PartialDate::parse);
    }

    Period period(String text) {
        return periods.computeIfAbsent(text, Period::parse);
    }

    /** As {@link Source#read}. */
    String source(Fields body, String field) {
        var said = body.peek(field);
        return said == null
                ? Source.read(body, field)
                : sources.computeIfAbsent(said, text -> Source.read(body, field));
    }
}
