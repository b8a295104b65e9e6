package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;

/**
 * What one claimant's claims say a subject came to over a span: stated by one claim, or implied by two totals.
 *
 * @param figure the number as stated, or the difference of the two, in {@code unit}; null where one of them is a
 *     range
 * @param logical in the base of {@code unit}, as are the claims' own intervals
 * @param claims the claim, or the later total and the earlier one
 */
record Amount(BigDecimal figure, Interval logical, Interval likely, Unit unit, List<Statement> claims) {

    static Amount stated(Statement claim) {
        return new Amount(claim.figure(), claim.logical(), claim.likely(), claim.unit(), List.of(claim));
    }

    /** What the later total has more than the earlier one, by interval arithmetic on their bounds. */
    static Amount implied(Statement later, Statement earlier) {
        var unit = later.unit();
        var told =
                unit.equals(earlier.unit()) ? earlier.figure() : earlier.unit().convert(earlier.figure(), unit);
        return new Amount(
                later.isRange() || earlier.isRange() ? null : later.figure().subtract(told),
                later.logical().minus(earlier.logical()),
                later.likely().minus(earlier.likely()),
                unit,
                List.of(later, earlier));
    }

    List<UUID> ids() {
        return claims.stream().map(Statement::id).toList();
    }
}
