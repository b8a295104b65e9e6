/**
 * Who says it: persons, organizations, governments and media, their aliases and whom they speak for.
 * Who only prints it is a source.
 */
package org.numericclaims.claimant;
