package org.numericclaims.claim;

import java.util.List;
import org.numericclaims.http.Parameters;

/** Which claims are asked for, in which order, and which fields of them, in the claim's own order. */
record ClaimSelection(Where filter, ClaimOrder order, List<ClaimField> fields) {

    /** What was asked, where nothing is wrong with it; faults go to {@code parameters}, which throws them. */
    static ClaimSelection of(ClaimQuery query, ClaimPages.Shape shape, Parameters parameters) {
        boolean sorted = parameters.choice("sort", shape.sort(), ClaimOrder.WORDS);
        parameters.choices("fields", shape.fields(), ClaimPages.FIELDS);
        var order = shape.sort() == null || !sorted ? ClaimOrder.NEWEST : ClaimOrder.of(shape.sort());
        return new ClaimSelection(ClaimFilter.of(query, parameters), order, fields(shape.fields()));
    }

    private static List<ClaimField> fields(List<String> asked) {
        return Parameters.isAsked(asked)
                ? ClaimField.ALL.stream()
                        .filter(field -> asked.contains(field.name()))
                        .toList()
                : ClaimField.ALL;
    }
}
