package org.numericclaims.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.subject.SubjectKind;

class ComparisonPropertiesTest {

    private static final Unit PEOPLE = Unit.of("people");
    private static final Days SAID = new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

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
        var period = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(4, 7))
                .as((from, to) -> new Days(LocalDate.of(2024, from, 1), LocalDate.of(2024, to, 1)))
                .injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(
                                scope(SubjectKind.flow, 1),
                                scope(SubjectKind.flow, 2),
                                scope(SubjectKind.stock, 1),
                                scope(SubjectKind.net, 2)),
                        intervals(),
                        intervals(),
                        period,
                        Arbitraries.of(true, false))
                .as((scope, one, two, days, timed) -> new Statement(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        scope,
                        PEOPLE,
                        BigDecimal.ONE,
                        false,
                        one.around(two),
                        one,
                        SAID,
                        timed,
                        timed ? days : null,
                        null));
    }

    @Provide
    Arbitrary<Interval> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6).injectNull(0.1),
                        Arbitraries.integers().between(1, 4).injectNull(0.1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((low, width, lowOpen, highOpen) -> new Interval(
                        low == null ? null : BigDecimal.valueOf(low),
                        low == null || lowOpen,
                        width == null ? null : BigDecimal.valueOf((low == null ? 0 : low) + width),
                        width == null || highOpen));
    }

    private static Scope scope(SubjectKind kind, int depth) {
        Scope scope = null;
        for (int i = 1; i <= depth; i++) {
            scope = new Scope(new UUID(kind.ordinal(), i), scope, kind, null);
        }
        return scope;
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
