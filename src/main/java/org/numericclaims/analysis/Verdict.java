package org.numericclaims.analysis;

/** Whether two comparable claims can both be true; from the worst to the best. */
enum Verdict {
    /** Not even the logical intervals allow it. */
    contradict,
    /** Only the logical intervals allow it, not the likely ones. */
    tension,
    /** The likely intervals allow it. */
    agree
}
