package org.numericclaims.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.unit.Unit;

/** What a comparative claim comes to by each claimant's own figures, and on the whole. */
record OracleEvaluation(String verdict, List<ByClaimant> evidence) {

    static final String UNDECIDED = "undecided";
    private static final Unit TIMES = Unit.of("times");

    /**
     * By the figures of one claimant.
     *
     * @param ratio the likely one, null where the baseline is 0
     */
    record ByClaimant(String claimant, String verdict, Stretch ratio, List<String> claims, List<String> baseline) {}

    /** One of the two that a comparative claim compares. */
    private record Side(Topic topic, Optional<Days> days) {

        Optional<OracleEvidence> of(List<Told> claims) {
            var own = claims.stream().filter(told -> topic.equals(told.topic())).toList();
            return days.flatMap(new OracleTotals(topic, own)::evidence);
        }
    }

    static OracleEvaluation of(Oracle oracle, Told claim, Map<String, Topic> topics) {
        var left = new Side(claim.topic(), claim.days());
        var right = baseline(claim, topics);
        var evidence = new ArrayList<ByClaimant>();
        SideBySide.byClaimant(oracle.compared()).forEach((claimant, claims) -> {
            var a = left.of(claims);
            var b = right.of(claims);
            if (a.isPresent()
                    && b.isPresent()
                    && a.get().unit().converts(b.get().unit())) {
                evidence.add(judged(claim, claimant, a.get(), b.get()));
            }
        });
        evidence.sort(java.util.Comparator.comparing(one -> !one.claimant().equals(claim.claimant())));
        return new OracleEvaluation(whole(claim, evidence), evidence);
    }

    /** What is not said of the baseline is as it is of the claim itself. */
    private static Side baseline(Told claim, Map<String, Topic> topics) {
        var topic = claim.text("baseline_subject") == null ? claim.topic() : topics.get(claim.text("baseline_subject"));
        var period = claim.baselinePeriod() == null ? claim.period() : claim.baselinePeriod();
        return new Side(topic, Optional.ofNullable(period).flatMap(said -> topic.days(said, claim.date())));
    }

    private static ByClaimant judged(Told claim, String claimant, OracleEvidence a, OracleEvidence b) {
        var stated = claim.unit().equals(TIMES) ? claim.logical() : claim.logicalIn(TIMES);
        var likely = OracleRatio.of(a.likely(), b.likely().converted(b.unit(), a.unit()));
        var logical = OracleRatio.of(a.logical(), b.logical().converted(b.unit(), a.unit()));
        var verdict = UNDECIDED;
        if (likely.isPresent() && likely.get().inside(stated)) {
            verdict = "supported";
        } else if (logical.isPresent() && !logical.get().meets(stated)) {
            verdict = "contradicted";
        }
        return new ByClaimant(claimant, verdict, likely.orElse(null), a.ids(), b.ids());
    }

    private static String whole(Told claim, List<ByClaimant> evidence) {
        var own = evidence.stream()
                .filter(one -> one.claimant().equals(claim.claimant()))
                .findFirst();
        if (own.isPresent()) {
            return own.get().verdict();
        }
        var verdicts = evidence.stream().map(ByClaimant::verdict).distinct().toList();
        return verdicts.size() == 1 ? verdicts.get(0) : UNDECIDED;
    }
}
