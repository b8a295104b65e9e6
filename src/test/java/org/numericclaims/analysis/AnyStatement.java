package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.subject.SubjectKind;

/** Random claims of few numbers and few periods, so that many of them meet. */
final class AnyStatement {

    private static final Unit PEOPLE = Unit.of("people");
    private static final Days SAID = new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

    private AnyStatement() {}

    static Arbitrary<Statement> statements() {
        return about(Arbitraries.of(
                scope(SubjectKind.flow, 1),
                scope(SubjectKind.flow, 2),
                scope(SubjectKind.stock, 1),
                scope(SubjectKind.net, 2)));
    }

    static Arbitrary<Statement> about(Arbitrary<Scope> scopes) {
        var period = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(4, 7))
                .as((from, to) -> new Days(LocalDate.of(2024, from, 1), LocalDate.of(2024, to, 1)))
                .injectNull(0.2);
        return Combinators.combine(scopes, intervals(), intervals(), period, Arbitraries.of(true, false))
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

    static Arbitrary<Interval> intervals() {
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

    static Scope scope(SubjectKind kind, int depth) {
        Scope scope = null;
        for (int i = 1; i <= depth; i++) {
            scope = new Scope(new UUID(kind.ordinal(), i), scope, kind, null);
        }
        return scope;
    }
}
