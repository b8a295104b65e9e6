package org.numericclaims.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.figure.Bounds;
import org.numericclaims.figure.Decimals;
import org.numericclaims.figure.unit.Unit;

/** A claim with its figures told in another unit, beside what was stated. It cannot be sent back as it is. */
@Schema(
        name = "ListedClaim",
        description =
                "A claim in a list: those of its fields that were asked for. Where 'in' was asked, all its figures"
                        + " are told in that unit, those that need more than 15 digits rounded (bounds outward, rounded_to up,"
                        + " the others to the nearest), beside what was stated.")
record ClaimInUnit(
        @JsonUnwrapped ClaimView claim,

        @Schema(
                description = "Only with 'in': the number as stated, in the unit that it was stated in.",
                examples = "10")
        BigDecimal statedFigure,

        @Schema(nullable = true, description = "Only with 'in': the upper end as stated, where there is one.")
        BigDecimal statedFigureTo,

        @Schema(description = "Only with 'in': the unit that the claim was stated in.", examples = "miles")
        String statedUnit) {

    /** The claim told in that unit, into which its own converts. */
    static ClaimInUnit of(ClaimView claim, InUnit.Stated stated, Unit unit) {
        var told = stated.unit().equals(unit) ? claim : told(claim, stated.told(), unit);
        return new ClaimInUnit(told, claim.figure(), claim.figureTo(), claim.unit());
    }

    private static ClaimView told(ClaimView claim, UnaryOperator<BigDecimal> told, Unit unit) {
        var logical = bounds(claim.low(), claim.high(), told);
        var likely = bounds(claim.likelyLow(), claim.likelyHigh(), told);
        return new ClaimView(
                claim.id(),
                number(claim.figure(), told),
                number(claim.figureTo(), told),
                number(claim.best(), told),
                claim.qualifier(),
                distance(claim.roundedTo(), told),
                claim.figureText(),
                logical.low(),
                logical.high(),
                likely.low(),
                likely.high(),
                unit.name(),
                claim.subject(),
                claim.claimant(),
                claim.claimantSlug(),
                claim.subjectSlug(),
                claim.sourceId(),
                claim.relayedBy(),
                claim.date(),
                claim.period(),
                claim.source(),
                claim.quote(),
                claim.partOf(),
                claim.supersedes(),
                claim.baselineSubject(),
                claim.baselinePeriod(),
                claim.note(),
                claim.status(),
                claim.rule(),
                claim.version(),
                claim.createdAt(),
                claim.updatedAt());
    }

    private static Bounds bounds(BigDecimal low, BigDecimal high, UnaryOperator<BigDecimal> told) {
        return Bounds.closed(low == null ? null : told.apply(low), high == null ? null : told.apply(high));
    }

    private static BigDecimal number(BigDecimal number, UnaryOperator<BigDecimal> told) {
        return number == null ? null : Decimals.rounded(told.apply(number), RoundingMode.HALF_UP);
    }

    /** The same distance wherever it begins: units may have different zeros. */
    private static BigDecimal distance(BigDecimal number, UnaryOperator<BigDecimal> told) {
        if (number == null) {
            return null;
        }
        var zero = told.apply(BigDecimal.ZERO);
        return Decimals.rounded(told.apply(number).subtract(zero), RoundingMode.UP);
    }
}
