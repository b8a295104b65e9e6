/**
 * Draws what was claimed over time as an SVG picture that needs no script and no font of its own.
 * It knows lines, points and bounds, and nothing of where they come from.
 */
package org.numericclaims.analysis.chart;
