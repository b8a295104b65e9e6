/**
 * What reviewers say of claims, in six ratings and in their own words.
 * The service itself judges no claim true or false.
 */
package org.numericclaims.assessment;
