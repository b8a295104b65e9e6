package org.numericclaims.claim;

import java.util.List;

/** Claims in an order that can be read page by page: each claim has a place, and none shares it. */
interface ClaimSequence {

    /**
     * A claim with its place.
     *
     * @param place the key values by which the next page goes on behind it
     */
    record Placed(ClaimView claim, List<String> place) {}

    /** At most {@code most} of the claims that match, behind that place; from the first where it is null. */
    List<Placed> matching(Where filter, List<String> place, int most);
}
