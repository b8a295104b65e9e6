package org.numericclaims.claimant;

/** What kind of claimant it is; the constants are named as in JSON, query and column. */
public enum ClaimantKind {
    person,
    organization,
    government,
    media,
    other
}
