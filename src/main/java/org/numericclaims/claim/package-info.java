/**
 * Claims, and the reading of their figures and units over HTTP.
 * The arithmetic itself is in the package figure.
 */
package org.numericclaims.claim;
