/**
 * Starting up: the embedded database and the program's entry.
 * Nothing here knows claims; everything else may rely on a database being there.
 */
package org.numericclaims.app;
