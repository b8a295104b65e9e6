package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;

/**
 * Two claims and what follows from them side by side, seen from the first.
 *
 * @param gap in the unit of the first; null where they are incomparable
 */
record Rivalry(Statement claim, Statement other, Comparison found, BigDecimal gap) {

    /** A reason, for the OpenAPI document. */
    static final String EXAMPLE =
            "It likely means 900,000 to 999,999 people, but it is inside likely 818,001 to 819,000"
                    + " people; only 800,000 to 999,999 people and at least 818,001 people, which the words allow, agree.";

    static final Comparator<Rivalry> WORST_FIRST = Comparator.comparing(Rivalry::place);

    static Rivalry of(Statement claim, Statement other) {
        var found = Comparison.of(claim, other);
        var gap = found.gap() == null || found.gap().signum() == 0
                ? found.gap()
                : new Told(claim.unit()).distance(found.gap());
        return new Rivalry(claim, other, found, gap);
    }

    /** Where it stands among others that can be compared. */
    Place place() {
        return new Place(found.verdict(), gap, claim.id(), other.id());
    }

    boolean is(Verdict verdict) {
        return found.verdict() == verdict;
    }

    /** Whether the first claim is what would have to be smaller, or the same: a whole is no rival of its parts. */
    boolean isOfPart() {
        return switch (found.relation()) {
            case part_of, same, inside -> true;
            case whole_of, around -> false;
        };
    }

    /** The first stated figure over the second; null where one is a range, the second is 0, or they don't convert. */
    BigDecimal ratio() {
        if (claim.isRange() || other.isRange() || !claim.unit().converts(other.unit())) {
            return null;
        }
        var divisor = Statements.inBase(other.figure(), other.unit());
        return divisor.signum() == 0
                ? null
                : Told.shortened(
                        Statements.inBase(claim.figure(), claim.unit()).divide(divisor, MathContext.DECIMAL128));
    }

    /** One sentence with the figures in it, from which a reader can work the verdict out again. */
    String reason() {
        if (is(Verdict.incomparable)) {
            return switch (found.incomparable()) {
                case subject -> "Neither subject is inside the other, in a way that lets their figures be compared.";
                case unit -> claim.unit().name() + " and " + other.unit().name() + " do not convert into each other.";
                case kind -> "One subject adds up over time and the other does not.";
                case period -> "Neither period is inside the other, in a way that lets their figures be compared.";
            };
        }
        var told = new Told(claim.unit());
        boolean logical = is(Verdict.contradict);
        var own = told.words(logical ? claim.logical() : claim.likely());
        var others = told.words(logical ? other.logical() : other.likely());
        return switch (found.verdict()) {
            case contradict -> "It says " + own + ", " + rule() + " " + others + ".";
            case tension ->
                "It likely means " + own + ", " + rule() + " likely " + others
                        + "; only " + told.words(claim.logical()) + " and " + told.words(other.logical())
                        + ", which the words allow, agree.";
            case agree, incomparable ->
                "It likely means " + own + ", which agrees: it " + rule() + " likely " + others + ".";
        };
    }

    private String rule() {
        boolean agrees = is(Verdict.agree);
        return switch (found.relation()) {
            case part_of -> agrees ? "is recorded as a part of" : "but is recorded as a part of";
            case whole_of -> agrees ? "is recorded as the whole of" : "but is recorded as the whole of";
            case same ->
                agrees ? "is of the same subject and period as" : "but for the same subject and period there is";
            case inside -> agrees ? "is inside" : "but it is inside";
            case around -> agrees ? "is around" : "but it is around";
        };
    }
}
