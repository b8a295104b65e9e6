/**
 * Reads a figure and its qualifier from English words, by a small grammar of our own because ICU stops silently.
 * What it cannot read for certain it refuses.
 */
package org.numericclaims.figure.words;
