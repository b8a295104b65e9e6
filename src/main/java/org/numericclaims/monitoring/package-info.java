/** How the service is doing, for those who run it: what it counts for Prometheus beside what Quarkus measures itself. */
package org.numericclaims.monitoring;
