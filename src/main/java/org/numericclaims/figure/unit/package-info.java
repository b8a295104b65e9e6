/**
 * Units of measure, money and counts: what a text names, and what converts into what.
 * Known units stand in units.txt; physical ones are UCUM codes and currencies are ISO 4217.
 */
package org.numericclaims.figure.unit;
