package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.numericclaims.naming.Ids;

/**
 * Where a rivalry stands among others, the worst first: contradictions, tensions, then what agrees; the widest gap
 * first, and the ids between equals.
 *
 * @param gap in the unit of the claim
 */
record Place(Verdict verdict, BigDecimal gap, UUID claim, UUID other) implements Comparable<Place> {

    private static final Comparator<Place> WORST_FIRST = Comparator.comparing(Place::verdict)
            .thenComparing(Place::gap, Comparator.reverseOrder())
            .thenComparing(Place::claim, Ids.ORDER)
            .thenComparing(Place::other, Ids.ORDER);

    /** The place that a cursor kept as {@link #values}. */
    static Place of(List<String> values) {
        return new Place(
                Verdict.valueOf(values.get(0)),
                new BigDecimal(values.get(1)),
                UUID.fromString(values.get(2)),
                UUID.fromString(values.get(3)));
    }

    List<String> values() {
        return List.of(verdict.name(), gap.toPlainString(), claim.toString(), other.toString());
    }

    @Override
    public int compareTo(Place to) {
        return WORST_FIRST.compare(this, to);
    }
}
