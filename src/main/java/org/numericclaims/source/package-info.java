/**
 * Where claims were read: web addresses and citations, which spellings of them are one, and who printed it.
 * No address is ever fetched.
 */
package org.numericclaims.source;
