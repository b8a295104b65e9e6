package org.numericclaims.oracle;

import java.util.Optional;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;

/**
 * A subject as the oracle knows it.
 *
 * @param span null where it has none
 * @param broader null where it is the whole
 */
record Topic(String name, String kind, Period span, Topic broader) {

    private static final PartialDate LAST_YEAR = PartialDate.parse("9999");

    String slug() {
        return slug(name);
    }

    /** The address that the service makes of a name that nobody else has. */
    static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Whether it is the other, or narrower than the other through any number of steps. */
    boolean isWithin(Topic other) {
        return equals(other) || broader != null && broader.isWithin(other);
    }

    /** Those of the days on which something of it can happen. */
    Optional<Days> cut(Days days) {
        return span == null ? Optional.of(days) : span.days(LAST_YEAR).flatMap(days::cut);
    }

    /** The days of a period that was said on that date, cut to the span. */
    Optional<Days> days(Period period, PartialDate said) {
        return period.days(said).flatMap(this::cut);
    }
}
