package org.numericclaims.claim;

/** Whether a claim stands; the constants are named as in JSON, query and column. */
public enum ClaimStatus {
    /** It stands. */
    active,
    /** The claimant took it back. */
    retracted,
    /** We took it out of the record. */
    withdrawn
}
