package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;

/** What must hold of the rule whatever the claims, and that random worlds are varied enough to show it. */
class OracleWorldsTest {

    private static final List<World> WORLDS =
            LongStream.range(0, 250).mapToObj(seed -> World.of(seed, "m")).toList();
    private static final List<String> WORST_LAST = List.of("agree", "tension", "contradict");
    private static final Map<String, String> TURNED = Map.of(
            "part_of", "whole_of", "whole_of", "part_of", "same", "same", "inside", "around", "around", "inside");
    private static final Map<String, String> OTHER_UNIT = Map.of("km", "miles", "miles", "m", "m", "km");

    @Test
    void theOrderOfTwoClaimsOnlyTurnsTheRelationRound() {
        forAllPairs((a, b) -> {
            var there = OraclePairing.of(a, b);
            var back = OraclePairing.of(b, a);
            assertThat(back.verdict()).isEqualTo(there.verdict());
            assertThat(back.incomparable()).isEqualTo(there.incomparable());
            assertThat(back.relation()).isEqualTo(there.relation() == null ? null : TURNED.get(there.relation()));
            if (a.unit().equals(b.unit()) && there.gap() != null) {
                assertThat(back.gap()).isEqualByComparingTo(there.gap());
            }
        });
    }

    @Test
    void wideningAnIntervalMakesNoVerdictWorse() {
        forAllPairs((a, b) -> {
            var before = OraclePairing.of(a, b);
            var distance = new BigDecimal("7.5");
            var wider = a.bounded(
                    a.unit(), a.logical().widened(distance), a.likely().widened(distance));
            var after = OraclePairing.of(wider, b);
            assertThat(after.relation()).isEqualTo(before.relation());
            if (before.relation() != null) {
                assertThat(WORST_LAST.indexOf(after.verdict()))
                        .isLessThanOrEqualTo(WORST_LAST.indexOf(before.verdict()));
                assertThat(after.verdict().equals(before.verdict())
                                && after.gap().compareTo(before.gap()) > 0)
                        .isFalse();
            }
        });
    }

    @Test
    void convertingAClaimChangesNoVerdict() {
        forAllPairs((a, b) -> {
            if (OTHER_UNIT.containsKey(a.unit().name())) {
                var other = Unit.of(OTHER_UNIT.get(a.unit().name()));
                var converted = a.bounded(other, a.logicalIn(other), a.likelyIn(other));
                assertThat(OraclePairing.of(converted, b).verdict())
                        .isEqualTo(OraclePairing.of(a, b).verdict());
            }
        });
    }

    @Test
    void randomWorldsHaveAllThatTheRuleTellsApart() {
        var seen = new HashMap<String, Integer>();
        forAllPairs((a, b) -> {
            var pairing = OraclePairing.of(a, b);
            seen.merge(
                    pairing.verdict() + " "
                            + (pairing.relation() == null ? pairing.incomparable() : pairing.relation()),
                    1,
                    Integer::sum);
        });
        WORLDS.forEach(world -> count(world, seen));
        for (var verdict : WORST_LAST) {
            TURNED.keySet().forEach(relation -> assertThat(seen).containsKey(verdict + " " + relation));
            assertThat(seen).containsKey("implied " + verdict);
        }
        List.of("subject", "unit", "kind", "period")
                .forEach(reason -> assertThat(seen).containsKey("incomparable " + reason));
        List.of("supported", "contradicted", "undecided")
                .forEach(verdict -> assertThat(seen)
                        .containsKeys("evaluated " + verdict, "evidence " + verdict, "implied evidence " + verdict));
        assertThat(seen).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(10));
    }

    private static void count(World world, Map<String, Integer> seen) {
        var oracle = new Oracle(world.imagined());
        for (var topic : world.topics().values()) {
            for (var implied : OracleImplied.of(oracle, topic, Period.parse("2024"))) {
                seen.merge("implied " + implied.verdict(), 1, Integer::sum);
            }
        }
        for (var claim : oracle.all()) {
            if (claim.isComparative() && oracle.stands(claim)) {
                var evaluation = OracleEvaluation.of(oracle, claim, world.topics());
                seen.merge("evaluated " + evaluation.verdict(), 1, Integer::sum);
                evaluation.evidence().forEach(one -> {
                    boolean implied = one.claims().size() + one.baseline().size() > 2;
                    seen.merge((implied ? "implied " : "") + "evidence " + one.verdict(), 1, Integer::sum);
                });
            }
        }
    }

    private static void forAllPairs(BiConsumer<Told, Told> check) {
        for (var world : WORLDS) {
            var claims = new Oracle(world.imagined()).compared();
            claims.forEach(a -> claims.stream().filter(b -> b != a).forEach(b -> {
                try {
                    check.accept(a, b);
                } catch (AssertionError e) {
                    throw new AssertionError("seed " + world.seed() + "\n" + a.json() + "\n" + b.json(), e);
                }
            }));
        }
    }
}
