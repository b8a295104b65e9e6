package org.numericclaims.analysis;

/** Why two claims cannot be compared: the first reason of these, in this order. */
enum Incomparable {
    subject,
    unit,
    kind,
    period
}
