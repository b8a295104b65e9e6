/**
 * All that changes, in one order, to be followed. What is told is written by the database itself, in the transaction
 * that changes it.
 */
package org.numericclaims.changes;
