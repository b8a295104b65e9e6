package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.figure.Period;

/** The oracle on the examples that model.md works out. */
class OracleTest {

    private static final Topic MAIMED = new Topic("killed or wounded", "flow", Period.parse("2022-02-24/.."), null);
    private static final Topic KILLED = new Topic("killed", "flow", Period.parse("2022-02-24/.."), MAIMED);
    private static final Topic DEFENDERS = new Topic("defenders killed", "flow", null, null);
    private static final Topic RATE = new Topic("rate", "stock", null, null);
    private static final Map<String, Topic> TOPICS =
            Map.of(MAIMED.name(), MAIMED, KILLED.name(), KILLED, DEFENDERS.name(), DEFENDERS, RATE.name(), RATE);
    private static final String WAR = ",'period':'2022-02-24/2025-01-20'";

    @Test
    void almostAMillionKilledStrainsAgainstOver818000KilledOrWounded() {
        var trump = told("'figure':1000000,'qualifier':'almost','subject':'killed'" + WAR);
        var ukraine = told("'figure':818000,'qualifier':'over','subject':'killed or wounded'" + WAR);
        assertThat(OraclePairing.of(trump, ukraine))
                .isEqualTo(new OraclePairing("tension", "inside", null, new BigDecimal("81000")));
        assertThat(OraclePairing.of(ukraine, trump).relation()).isEqualTo("around");
    }

    @Test
    void aPartOfTheYearsFigureAgrees() {
        var whole = told("'figure':434000,'subject':'killed or wounded','period':'2024'");
        var part = told("'figure':150000,'qualifier':'about','subject':'killed','period':'2024'");
        assertThat(OraclePairing.of(part, whole))
                .isEqualTo(new OraclePairing("agree", "inside", null, BigDecimal.ZERO));
        var named = told("'figure':150000,'subject':'defenders killed','part_of':'" + whole.id() + "'");
        assertThat(OraclePairing.of(named, whole).relation()).isEqualTo("part_of");
        assertThat(OraclePairing.of(whole, named).relation()).isEqualTo("whole_of");
    }

    @Test
    void runningTotalsImplyTheYearBetweenThem() {
        var claims = staff();
        var oracle = new Oracle(claims);
        var implied = OracleImplied.of(oracle, MAIMED, Period.parse("2024"));
        assertThat(implied).hasSize(1);
        assertThat(implied.get(0).evidence().figure()).isEqualByComparingTo("430320");
        assertThat(implied.get(0).evidence().logical()).hasToString("[430310, 430330]");
        assertThat(implied.get(0).evidence().claims()).containsExactly(claims.get(0), claims.get(1));
        assertThat(implied.get(0).claimed()).containsExactly(claims.get(2));
        assertThat(implied.get(0).verdict()).isEqualTo("contradict");
    }

    @Test
    void moreIn2024ThanInTheTwoYearsBeforeIsSupported() {
        var claims = staff();
        var more = told("'figure':1,'qualifier':'over','unit':'times','subject':'killed or wounded','period':'2024',"
                + "'baseline_subject':'killed or wounded','baseline_period':'2022/2023'");
        var evaluation = OracleEvaluation.of(new Oracle(claims.subList(0, 2)), more, TOPICS);
        assertThat(evaluation.verdict()).isEqualTo("supported");
        var evidence = evaluation.evidence().get(0);
        assertThat(evidence.claims())
                .containsExactly(claims.get(0).id(), claims.get(1).id());
        assertThat(evidence.baseline()).containsExactly(claims.get(1).id());
        assertThat(evidence.ratio().low()).isBetween(new BigDecimal("1.1978"), new BigDecimal("1.1979"));
    }

    @Test
    void moreThanTheDefendersIsEvaluatedByTheClaimantsOwnFigures() {
        var claims = List.of(
                told("'figure':1000000,'qualifier':'almost','subject':'killed'" + WAR),
                told("'figure':700000,'qualifier':'about','subject':'defenders killed'" + WAR));
        var more = told("'figure':1,'qualifier':'over','unit':'times','subject':'killed'" + WAR
                + ",'baseline_subject':'defenders killed'");
        assertThat(OracleEvaluation.of(new Oracle(claims), more, TOPICS).verdict())
                .isEqualTo("supported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            under 5 % against at least 5 % | 'figure':5,'qualifier':'under' | 'figure':5,'qualifier':'at_least' | contradict | 0
            at most 5 % and at least 5 %   | 'figure':5,'qualifier':'at_most' | 'figure':5,'qualifier':'at_least' | agree | 0
            5 % against 6.1 %              | 'figure':5 | 'figure':6.1 | contradict | 0.55
            about 20 % against 17 %        | 'figure':20,'qualifier':'about' | 'figure':17 | tension | 0.5
            """)
    void openEndsAreHonoured(String words, String first, String second, String verdict, BigDecimal gap) {
        var rest = ",'unit':'%','subject':'rate','period':'2024'";
        var pairing = OraclePairing.of(told(first + rest), told(second + rest));
        assertThat(pairing.verdict()).as(words).isEqualTo(verdict);
        assertThat(pairing.gap()).as(words).isEqualByComparingTo(gap);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ,'rounded_to':1 | contradict
            ""              | agree
            """)
    void aTotalThatFallsByLessThanItsGrainContradictsOnlyWhereItIsToTheUnit(String rounding, String verdict) {
        var before = told("'figure':920,'subject':'killed','period':'2022-02-24/2023-10-02'" + rounding);
        var after = told("'figure':919,'subject':'killed','period':'2022-02-24/2023-10-03'" + rounding);
        assertThat(OraclePairing.of(before, after).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            the war by two names     | 'period':'2022/2023' | 'period':'2022-02-24/2023-12-31' | same
            an open one ends         | 'period':'2022-02-24/..' | 'period':'2022-02-24/2025-01-21' | same
            a year inside the war    | 'period':'2024' | 'period':'2022-02-24/..' | inside
            neither has one          | 'note':'' | 'note':'' | same
            one of them has one      | 'period':'2024' | 'note':'' |
            said before it began     | 'period':'2026/..' | 'period':'2022/..' |
            before the war           | 'period':'2021' | 'period':'2021' |
            """)
    void periodsCompareAsRangesOfDays(String words, String first, String second, String relation) {
        var pairing = OraclePairing.of(
                told("'figure':5,'subject':'killed'," + first), told("'figure':5,'subject':'killed'," + second));
        assertThat(pairing.relation()).as(words).isEqualTo(relation);
        assertThat(pairing.incomparable()).as(words).isEqualTo(relation == null ? "period" : null);
    }

    /** The General Staff's totals by the end of 2024 and of 2023, and what was claimed for 2024. */
    private static List<Told> staff() {
        return List.of(
                told("'figure':789550,'subject':'killed or wounded','period':'2022-02-24/2024-12-31','claimant':'S'"),
                told("'figure':359230,'subject':'killed or wounded','period':'2022-02-24/2023-12-31','claimant':'S'"),
                told("'figure':434000,'subject':'killed or wounded','period':'2024','claimant':'Ministry'"));
    }

    private static Told told(String fields) {
        var rest = "{'id':'" + UUID.randomUUID() + "','unit':'people','claimant':'A','date':'2025-01-21',"
                + "'status':'active','created_at':'2025-01-21T00:00:00Z',";
        try {
            var json = (ObjectNode) Client.JSON.readTree((rest + fields + "}").replace('\'', '"'));
            return Told.of(json, TOPICS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fields, e);
        }
    }
}
