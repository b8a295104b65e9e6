package org.numericclaims.claim;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.numericclaims.http.Parameters;

/**
 * Which claims are asked for, in which order, and how each is shown.
 *
 * @param asOf the moment of which they are asked
 * @param filter which match
 * @param sequence in which order
 * @param in the unit in which they are told, null where each keeps its own
 * @param fields what is shown of each, in the claim's own order
 */
record ClaimSelection(AsOf asOf, Where filter, ClaimSequence sequence, InUnit in, List<ClaimField> fields) {

    private static final String NEWEST_FIRST = "-date";
    private static final List<String> SORTS =
            Stream.concat(ClaimOrder.WORDS.stream(), Relevance.WORDS.stream()).toList();

    /** What was asked, where nothing is wrong with it; faults go to {@code parameters}, which throws them. */
    static ClaimSelection of(ClaimQuery query, AsOf asOf, ClaimPages.Shape shape, Parameters parameters) {
        var sort = Objects.requireNonNullElse(shape.sort(), NEWEST_FIRST);
        parameters.choice("sort", sort, SORTS);
        if (Relevance.WORDS.contains(sort) && query.q == null) {
            parameters.misplaced("sort", "'" + sort + "' goes with 'q' only.");
        }
        var known = query.in == null ? ClaimField.ALL : ClaimField.TOLD;
        parameters.choices("fields", shape.fields(), ClaimField.names(known));
        var asked = ClaimFilter.of(query, asOf, parameters);
        return new ClaimSelection(
                asOf, asked.where(), sequence(sort, asked.in()), asked.in(), ClaimField.picked(known, shape.fields()));
    }

    /** The claim as it is shown: as it was stated, or told in another unit. */
    Object shown(ClaimView claim) {
        return in == null ? claim : in.show(claim);
    }

    private static ClaimSequence sequence(String sort, InUnit in) {
        if (Relevance.WORDS.contains(sort)) {
            return Relevance.of(sort);
        }
        var order = ClaimOrder.of(sort);
        return in != null && order.isByFigure() ? new ToldFigureOrder(order, in) : order;
    }
}
