/**
 * How things are named: which spellings are one name, and the slug under which a name gets an address.
 * Claimants, subjects and sources are named, changed and merged the same way.
 */
package org.numericclaims.naming;
