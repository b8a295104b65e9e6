package org.numericclaims.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.numericclaims.figure.Interval;

class ComparisonPropertiesTest {

    @Property
    void theOtherWayRoundOnlyTheRelationTurns(@ForAll("statements") Statement a, @ForAll("statements") Statement b) {
        var there = Comparison.of(a, b);
        var back = Comparison.of(b, a);
        assertThat(back.verdict()).isEqualTo(there.verdict());
        assertThat(back.incomparable()).isEqualTo(there.incomparable());
        assertThat(back.gap()).isEqualTo(there.gap());
        assertThat(back.relation()).isEqualTo(there.relation() == null ? null : turned(there.relation()));
    }

    @Property
    void whatIsWidenedNeverTurnsFromAgreeingToContradicting(
            @ForAll("statements") Statement a, @ForAll("statements") Statement b, @ForAll("intervals") Interval more) {
        var before = Comparison.of(a, b);
        var wider = with(a, a.logical().around(more), a.likely().around(more));
        var after = Comparison.of(wider, b);
        if (before.verdict() != Verdict.incomparable) {
            assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
        }
    }

    @Property
    void aGapMeansThatTheyDoNotAgree(@ForAll("statements") Statement a, @ForAll("statements") Statement b) {
        var found = Comparison.of(a, b);
        if (found.verdict() != Verdict.incomparable && found.gap().signum() > 0) {
            assertThat(found.verdict()).isNotEqualTo(Verdict.agree);
        }
    }

    @Provide
    Arbitrary<Statement> statements() {
        return AnyStatement.statements();
    }

    @Provide
    Arbitrary<Interval> intervals() {
        return AnyStatement.intervals();
    }

    private static Statement with(Statement a, Interval logical, Interval likely) {
        return new Statement(
                a.id(),
                a.claimant(),
                a.scope(),
                a.unit(),
                a.figure(),
                a.isRange(),
                logical,
                likely,
                a.said(),
                a.timed(),
                a.period(),
                a.partOf());
    }

    private static Relation turned(Relation relation) {
        return switch (relation) {
            case part_of -> Relation.whole_of;
            case whole_of -> Relation.part_of;
            case inside -> Relation.around;
            case around -> Relation.inside;
            case same -> Relation.same;
        };
    }
}
