package org.numericclaims.database;

/**
 * The database is there, its schema is ours, and no request is served yet: fired whenever it comes (back).
 *
 * @param toWrite whether this instance writes to it
 */
public record DatabaseCame(boolean toWrite) {}
