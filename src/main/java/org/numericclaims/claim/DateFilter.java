package org.numericclaims.claim;

import org.numericclaims.figure.PartialDate;
import org.numericclaims.http.Parameters;

/**
 * The filter on the date of a claim, all of which is to lie between two dates.
 *
 * @param dateGte the earlier one as it was asked, null where it was not
 * @param dateLte the later one
 */
public record DateFilter(String dateGte, String dateLte) {

    /** Adds what was asked to the conditions; what is wrong with it goes to {@code parameters}. */
    public void apply(Where where, Parameters parameters) {
        var from = parameters.parsed("date_gte", dateGte, PartialDate::parse);
        var to = parameters.parsed("date_lte", dateLte, PartialDate::parse);
        if (from != null && to != null && from.first().isAfter(to.last())) {
            parameters.senseless("date_gte", "range_reversed", "'date_gte' lies after 'date_lte'; swap them.");
        }
        if (from != null) {
            // the second follows from the first, and leads the indexes
            where.and("c.date_start >= ? and c.date_end >= ?", from.first(), from.first());
        }
        if (to != null) {
            where.and("c.date_end <= ?", to.last());
        }
    }
}
