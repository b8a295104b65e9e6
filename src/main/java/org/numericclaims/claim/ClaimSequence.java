package org.numericclaims.claim;

import java.util.List;
import java.util.UUID;

/** Claims in an order that can be read page by page: each claim has a place, and none shares it. */
interface ClaimSequence {

    /**
     * A claim found.
     *
     * @param version as which it was found
     * @param place what its neighbours in the order are known by
     */
    record Hit(UUID id, int version, List<String> place) {}

    /** At most {@code most} of the claims that match, behind that place; from the first where it is null. */
    List<Hit> matching(Where filter, List<String> place, int most);

    /** The order as SQL has it behind 'order by', for those who read all that match at once. */
    Condition order(Where filter);
}
