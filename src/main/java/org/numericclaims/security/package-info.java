/**
 * Who may do what: the keys, their roles, and tokens of an issuer. As long as there are no keys that is this machine
 * alone.
 */
package org.numericclaims.security;
