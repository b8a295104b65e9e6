package org.numericclaims.mcp;

/**
 * A tool was answered.
 *
 * @param operation the id of the operation behind it
 */
public record Answered(String operation) {}
