package org.numericclaims.claim;

import java.util.List;

/** Claims in an order that can be read page by page: each claim has a place, and none shares it. */
interface ClaimSequence {

    /** At most {@code most} of the claims that match, behind that place; from the first where it is null. */
    List<ClaimView> matching(Where filter, List<String> place, int most);

    /** The key values by which the next page goes on behind this claim. */
    List<String> place(ClaimView claim);
}
