/**
 * What a figure is: qualifiers, grain, bounds, units, partial dates and periods, as pure Java.
 * Nothing here knows a framework or a database.
 */
package org.numericclaims.figure;
