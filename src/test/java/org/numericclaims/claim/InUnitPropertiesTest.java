package org.numericclaims.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.numericclaims.figure.unit.Unit;

class InUnitPropertiesTest {

    private static final MathContext STATED = new MathContext(15);

    /** Some are affine, some have factors without an end, degrees and radians have one with pi. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("km", "miles", "[yd_i]", "m", "[nmi_i]", "[ft_i]"),
            List.of("Cel", "[degF]", "K"),
            List.of("tonnes", "[lb_av]", "kg", "[oz_av]"),
            List.of("deg", "rad"),
            List.of("years", "d", "h", "s"));

    record Case(Unit stated, Unit asked, BigDecimal figure, BigDecimal bound) {}

    @Property
    void aFigureComparesWithTheBoundAsItWouldConverted(@ForAll("cases") Case it) {
        var converted = it.stated.convert(it.figure, it.asked);
        var direct = Integer.signum(converted.compareTo(it.bound));
        var bound = InUnit.bound(it.bound, it.asked, it.stated);
        assertThat(Integer.signum(it.figure.compareTo(bound)))
                .as("%s %s = %s %s", it.figure, it.stated, converted, it.asked)
                .isEqualTo(direct);
    }

    /** Bounds anywhere, and next to what the figure comes to. */
    @Provide
    Arbitrary<Case> cases() {
        var family = Arbitraries.of(FAMILIES);
        var number = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(6);
        var step = Arbitraries.of("0", "0", "1e-14", "-1e-14").map(BigDecimal::new);
        return family.flatMap(units -> Combinators.combine(
                        Arbitraries.of(units), Arbitraries.of(units), number, number, step, Arbitraries.of(true, false))
                .as((stated, asked, figure, other, nudge, near) -> {
                    var from = Unit.of(stated);
                    var to = Unit.of(asked);
                    var told = from.convert(figure, to);
                    var bound = near ? told.add(told.multiply(nudge)) : other;
                    return new Case(from, to, figure, bound.round(STATED));
                }));
    }
}
