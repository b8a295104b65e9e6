/**
 * Claims in and out as files, streamed: what comes in is checked row by row and kept in one transaction or not at all.
 * The rules of a claim are those of the package claim.
 */
package org.numericclaims.exchange;
