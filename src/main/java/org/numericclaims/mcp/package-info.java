/**
 * What assistants ask over the Model Context Protocol: operations of the public API as tools that only read, under the
 * same rules. It decides nothing of its own but how much one answer may have.
 */
package org.numericclaims.mcp;
