package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.UUID;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;

/**
 * A claim as it takes part in comparisons: what its figure may be, of what, and when.
 *
 * @param scope its subject, null where it waits to be classified
 * @param unit in which it was stated
 * @param figure the number as stated; of a range the lower end
 * @param isRange whether it is {@code between}
 * @param logical what the words allow
 * @param likely what a reader takes them to mean
 * @param said the days of its date
 * @param timed whether it has a period
 * @param period the days that it covers, cut to the span of its subject; null where it has no period or none is left
 * @param partOf the claim that it is recorded to be a part of, null where there is none
 */
record Statement(
        UUID id,
        UUID claimant,
        Scope scope,
        Unit unit,
        BigDecimal figure,
        boolean isRange,
        Interval logical,
        Interval likely,
        Days said,
        boolean timed,
        Days period,
        UUID partOf) {

    /** The days on which it was said, by which those without a period compare; null where it has one. */
    Days saidOnly() {
        return timed ? null : said;
    }

    /** The id of its subject, {@link Statements#UNCLASSIFIED} where it has none. */
    UUID subject() {
        return scope == null ? Statements.UNCLASSIFIED : scope.subject();
    }
}
