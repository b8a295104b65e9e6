/**
 * Who may do what. As long as there are no keys that is this machine alone.
 */
package org.numericclaims.security;
