package org.numericclaims.exchange;

/**
 * How an import is meant.
 *
 * @param dryRun whether nothing is kept in the end
 * @param skipErrors whether rows that are wrong are left out; else one of them keeps all out
 * @param duplicatesAreErrors whether a claim that stands already is wrong; else it is passed over
 * @param newUnit whether a unit that is unknown or one slip from a known one is meant
 */
record ImportOptions(boolean dryRun, boolean skipErrors, boolean duplicatesAreErrors, boolean newUnit) {}
