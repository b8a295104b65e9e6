package org.numericclaims.claim;

import java.util.List;
import org.numericclaims.http.Lists;

/** Claims in an order that can be read page by page: each claim has a place, and none shares it. */
interface ClaimSequence {

    /** At most {@code most} of the claims that match, behind that place; from the first where it is null. */
    List<Lists.Found<ClaimView>> matching(Where filter, List<String> place, int most);
}
