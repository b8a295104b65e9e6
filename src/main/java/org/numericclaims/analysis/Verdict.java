package org.numericclaims.analysis;

/** Whether two claims can both be true; from the worst to the best, and what says nothing last. */
enum Verdict {
    /** Not even the logical intervals allow it. */
    contradict,
    /** Only the logical intervals allow it, not the likely ones. */
    tension,
    /** The likely intervals allow it. */
    agree,
    /** The two cannot be held against each other at all. */
    incomparable
}
