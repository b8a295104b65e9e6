package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.numericclaims.database.Scalars;
import org.numericclaims.figure.unit.Unit;

/**
 * The unit in which figures are asked and answered, whatever they were stated in.
 *
 * @param asked that unit
 * @param stated the units of the claims that there are which convert into it
 */
record InUnit(Unit asked, List<Stated> stated) {

    /** A unit that claims were stated in, and how their figures are told with all their digits in the unit asked. */
    record Stated(Unit unit, UnaryOperator<BigDecimal> told) {}

    /** Each unit of a claim, found by as many steps of the index as there are units. */
    private static final String USED = """
            with recursive used(unit) as (
              (select c.unit from claim c order by c.unit limit 1)
              union all
              select (select c.unit from claim c where c.unit > u.unit order by c.unit limit 1)
              from used u where u.unit is not null)
            select unit from used where unit is not null""";

    /**
     * More digits than two different stated numbers can share in one unit (15, and those of the factor), and fewer
     * than the conversion is good for (34): a claim that is on the bound stays on it.
     */
    private static final MathContext SURE = new MathContext(30);

    static InUnit of(Unit asked) {
        // what is its own base converts into nothing else: no need to look
        var stated = asked.base().equals(asked) ? Stream.of(asked) : used(asked);
        return new InUnit(
                asked,
                stated.map(unit -> new Stated(unit, unit.conversion(asked))).toList());
    }

    private static Stream<Unit> used(Unit asked) {
        return Scalars.query(Panache.getEntityManager(), USED, String.class)
                .getResultStream()
                .map(name -> Unit.of(name, true))
                .filter(unit -> unit.converts(asked));
    }

    /** Leaves only claims that convert, and of each unit those whose figures are such as are asked for. */
    void apply(FigureFilter figures, Where where) {
        if (figures.isEmpty()) {
            where.in("c.unit", stated.stream().map(one -> one.unit().name()).toList());
        } else {
            where.any(stated.stream()
                    .map(Stated::unit)
                    .map(unit -> figures.told(number -> bound(number, asked, unit))
                            .apply(new Where().and("c.unit = ?", unit.name())))
                    .toList());
        }
    }

    /** The number with which figures stated in {@code to} are compared, so that they compare as if converted. */
    static BigDecimal bound(BigDecimal number, Unit from, Unit to) {
        return from.equals(to) ? number : from.convert(number, to).round(SURE);
    }

    /** The claim as it is answered. */
    ClaimInUnit show(ClaimView claim) {
        return ClaimInUnit.of(claim, statedIn(claim), asked);
    }

    private Stated statedIn(ClaimView claim) {
        return stated.stream()
                .filter(one -> one.unit().name().equals(claim.unit()))
                .findFirst()
                .orElseThrow();
    }
}
