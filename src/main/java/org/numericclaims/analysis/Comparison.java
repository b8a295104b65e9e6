package org.numericclaims.analysis;

import java.math.BigDecimal;
import org.numericclaims.subject.SubjectKind;

/**
 * What follows from two claims side by side (docs/comparison.md).
 *
 * @param verdict whether both can be true
 * @param relation what the first is of the second; null where they are incomparable
 * @param gap how far their intervals are from allowing each other, in the base unit: the logical ones where they
 *     contradict, else the likely ones
 * @param incomparable why they are; null where they are not
 */
record Comparison(Verdict verdict, Relation relation, BigDecimal gap, Incomparable incomparable) {

    /** Compares two claims that take part in comparisons; a recorded relation goes before what their subjects say. */
    static Comparison of(Statement a, Statement b) {
        if (b.id().equals(a.partOf()) || a.id().equals(b.partOf())) {
            return a.unit().converts(b.unit())
                    ? judged(a, b, b.id().equals(a.partOf()) ? Relation.part_of : Relation.whole_of)
                    : because(Incomparable.unit);
        }
        boolean inside = a.scope() != null && b.scope() != null && a.scope().isWithin(b.scope());
        boolean around = a.scope() != null && b.scope() != null && b.scope().isWithin(a.scope());
        if (!inside && !around || !subjectsMayDiffer(a, b) && !(inside && around)) {
            return because(Incomparable.subject);
        }
        if (!a.unit().converts(b.unit())) {
            return because(Incomparable.unit);
        }
        if (a.scope().kind() != b.scope().kind()) {
            return because(Incomparable.kind);
        }
        inside &= coversNoMore(a, b);
        around &= coversNoMore(b, a);
        if (!inside && !around) {
            return because(Incomparable.period);
        }
        return judged(a, b, inside && around ? Relation.same : inside ? Relation.inside : Relation.around);
    }

    /** Whether a narrower subject is inside: always where it adds up, for what holds at a moment if it is counted. */
    private static boolean subjectsMayDiffer(Statement a, Statement b) {
        var kind = a.scope().kind();
        return kind != b.scope().kind()
                || switch (kind) {
                    case flow -> true;
                    case net -> false;
                    case stock -> a.unit().isCount();
                };
    }

    /** Whether the days of {@code a} let it be inside {@code b}. */
    private static boolean coversNoMore(Statement a, Statement b) {
        if (!a.timed() && !b.timed()) {
            return a.scope().subject().equals(b.scope().subject()) && a.said().equals(b.said());
        }
        if (a.period() == null || b.period() == null) {
            return false;
        }
        return a.scope().kind() == SubjectKind.flow
                ? a.period().within(b.period())
                : a.period().equals(b.period());
    }

    private static Comparison judged(Statement a, Statement b, Relation relation) {
        var verdict = verdict(relation, Amount.stated(a), Amount.stated(b));
        var gap = verdict == Verdict.contradict
                ? relation.gap(a.logical(), b.logical())
                : relation.gap(a.likely(), b.likely());
        return new Comparison(verdict, relation, gap, null);
    }

    /** Whether two figures in units that convert can stand to each other as they must. */
    static Verdict verdict(Relation relation, Amount a, Amount b) {
        if (!relation.allows(a.logical(), b.logical())) {
            return Verdict.contradict;
        }
        return relation.allows(a.likely(), b.likely()) ? Verdict.agree : Verdict.tension;
    }

    private static Comparison because(Incomparable reason) {
        return new Comparison(Verdict.incomparable, null, null, reason);
    }
}
