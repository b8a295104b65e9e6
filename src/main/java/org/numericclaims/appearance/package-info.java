/**
 * The further places that carry what a claim says, and how many sources that makes: twenty articles on one speech are
 * one claim. The first place is the claim's own source.
 */
package org.numericclaims.appearance;
