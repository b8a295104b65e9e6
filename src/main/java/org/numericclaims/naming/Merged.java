package org.numericclaims.naming;

import java.util.UUID;

/**
 * Two things turned out to be one. Fired inside the transaction that merges them, so that what refers to the one moves
 * to the other at the same moment.
 *
 * @param table the table of both, such as {@code claimant}
 */
public record Merged(String table, UUID from, UUID into) {}
