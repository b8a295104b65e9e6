package org.numericclaims.claim;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Lists;
import org.numericclaims.naming.Ids;

/**
 * The order by what figures of different units come to in one unit; the id decides between equals. Each unit's claims
 * are read by their own figures, which an index has in order, and the first of them all are taken.
 */
record ToldFigureOrder(ClaimOrder order, InUnit in) implements ClaimSequence {

    @Override
    public List<Lists.Found<ClaimView>> matching(Where filter, List<String> place, int most) {
        return in.stated().stream()
                .flatMap(unit -> ClaimRow.matching(behind(place, unit, filter), order, most).stream())
                .sorted(order.descending() ? ascending().reversed() : ascending())
                .limit(most)
                .map(claim -> new Lists.Found<>(claim, place(claim)))
                .toList();
    }

    /** With the number as it was stated, which has all its digits. */
    private List<String> place(ClaimView claim) {
        return Stream.concat(order.place(claim).stream(), Stream.of(claim.unit()))
                .toList();
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

    private Comparator<ClaimView> ascending() {
        return Comparator.comparing(in::told).thenComparing(ClaimView::id, Ids.ORDER);
    }
}
