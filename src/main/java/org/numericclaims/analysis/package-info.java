/**
 * Who agrees with whom, who contradicts whom, and what running totals imply: computed from the claims when it is asked.
 * It reads claims and owns no table; the rule is told in docs/comparison.md.
 */
package org.numericclaims.analysis;
