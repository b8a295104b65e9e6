/**
 * Whether the database can serve: watched all the time, brought to our schema whenever it comes (back).
 * And the locks that hold for all instances on it. It knows no feature of the service.
 */
package org.numericclaims.database;
