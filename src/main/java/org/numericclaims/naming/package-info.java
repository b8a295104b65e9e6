/**
 * How things are named: which spellings are one name, and the slug under which a name gets an address.
 * Claimants and subjects are named the same way.
 */
package org.numericclaims.naming;
