/**
 * What figures count or measure: subjects, their aliases, what is inside what, and how they add up.
 * Who says the figure is a claimant.
 */
package org.numericclaims.subject;
