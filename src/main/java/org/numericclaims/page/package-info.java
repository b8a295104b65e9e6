/** Shows what the public API answers to people: each page is made of its JSON alone. It keeps and decides nothing. */
package org.numericclaims.page;
