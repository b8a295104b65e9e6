package org.numericclaims.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;

/**
 * What one claimant's running totals imply for a span, next to what was claimed for it.
 *
 * @param claimed the claims for exactly that span by anybody
 */
record OracleImplied(String claimant, OracleEvidence evidence, List<Told> claimed) {

    static List<OracleImplied> of(Oracle oracle, Topic topic, Period period) {
        Optional<Days> span = topic.days(period, PartialDate.parse("9999"));
        if (span.isEmpty()) {
            return List.of();
        }
        var claims = oracle.compared().stream()
                .filter(told -> topic.equals(told.topic()))
                .toList();
        var claimed = claims.stream().filter(told -> told.days().equals(span)).toList();
        var implied = new ArrayList<OracleImplied>();
        SideBySide.byClaimant(claims)
                .forEach((claimant, own) -> new OracleTotals(topic, own)
                        .implied(span.get())
                        .ifPresent(evidence -> implied.add(new OracleImplied(claimant, evidence, claimed))));
        return implied;
    }

    /** The worst of those that were claimed, null where none was that could be compared. */
    String verdict() {
        var verdicts = claimed.stream()
                .filter(told -> told.unit().converts(evidence.unit()))
                .map(evidence::verdict)
                .toList();
        return Stream.of(OraclePairing.CONTRADICT, OraclePairing.TENSION, OraclePairing.AGREE)
                .filter(verdicts::contains)
                .findFirst()
                .orElse(null);
    }
}
