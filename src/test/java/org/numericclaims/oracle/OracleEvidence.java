package org.numericclaims.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.numericclaims.figure.unit.Unit;

/**
 * What one claimant says of one subject over one span, or what his totals imply for it.
 *
 * @param figure null where a range is among the claims
 * @param claims the one, or the later total and the earlier
 */
record OracleEvidence(BigDecimal figure, Stretch logical, Stretch likely, Unit unit, List<Told> claims) {

    static OracleEvidence of(Told told) {
        var figure = told.figure().to() == null ? told.figure().value() : null;
        return new OracleEvidence(figure, told.logical(), told.likely(), told.unit(), List.of(told));
    }

    static OracleEvidence difference(Told later, Told earlier) {
        var unit = later.unit();
        boolean range = later.figure().to() != null || earlier.figure().to() != null;
        return new OracleEvidence(
                range
                        ? null
                        : later.figure()
                                .value()
                                .subtract(
                                        earlier.unit().convert(earlier.figure().value(), unit)),
                later.logical().minus(earlier.logicalIn(unit)),
                later.likely().minus(earlier.likelyIn(unit)),
                unit,
                List.of(later, earlier));
    }

    List<String> ids() {
        return claims.stream().map(Told::id).toList();
    }

    /** The verdict on a claim for exactly the same, of which the units must convert. */
    String verdict(Told same) {
        if (likely.meets(same.likelyIn(unit))) {
            return OraclePairing.AGREE;
        }
        return logical.meets(same.logicalIn(unit)) ? OraclePairing.TENSION : OraclePairing.CONTRADICT;
    }
}
