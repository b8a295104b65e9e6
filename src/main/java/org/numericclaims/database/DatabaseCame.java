package org.numericclaims.database;

/** The database is there, its schema is ours, and no request is served yet: fired whenever it comes (back). */
public record DatabaseCame() {}
