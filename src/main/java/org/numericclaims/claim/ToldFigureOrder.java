package org.numericclaims.claim;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.naming.Ids;

/**
 * The order by what figures of different units come to in one unit; the id decides between equals. Each unit's claims
 * are read by their own figures, which an index has in order, and the first of them all are taken.
 */
record ToldFigureOrder(ClaimOrder order, InUnit in) implements ClaimSequence {

    private static final Comparator<Told> ASCENDING =
            Comparator.comparing(Told::figure).thenComparing(told -> told.stated.id(), Ids.ORDER);

    @Override
    public List<Hit> matching(Where filter, List<String> place, int most) {
        return in.stated().stream()
                .flatMap(one -> order.matching(behind(place, one.unit(), filter), null, most).stream()
                        .map(hit -> new Told(one.told().apply(figure(hit)), one.unit(), hit)))
                .sorted(order.descending() ? ASCENDING.reversed() : ASCENDING)
                .limit(most)
                .map(Told::hit)
                .toList();
    }

    @Override
    public Condition order(Where filter) {
        throw new UnsupportedOperationException("no statement has the figures in one unit");
    }

    private record Told(BigDecimal figure, Unit unit, Hit stated) {

        /** With the number as it was stated, which has all its digits, and its unit. */
        Hit hit() {
            var place = Stream.concat(stated.place().stream(), Stream.of(unit.name()));
            return new Hit(stated.id(), stated.version(), place.toList());
        }
    }

    private static BigDecimal figure(Hit hit) {
        return new BigDecimal(hit.place().get(0));
    }

    private Where behind(List<String> place, Unit unit, Where filter) {
        var where = new Where().and(filter).and("c.unit = ?", unit.name());
        if (place != null) {
            var stated = Unit.of(place.get(2), true);
            var figure = InUnit.bound(new BigDecimal(place.get(0)), stated, unit);
            order.behind(List.of(figure.toPlainString(), place.get(1)), where);
        }
        return where;
    }
}
