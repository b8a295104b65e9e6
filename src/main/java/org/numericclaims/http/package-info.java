/**
 * What every resource shares of HTTP: problems, strict bodies and parameters, request ids.
 * It knows no feature of the service.
 */
package org.numericclaims.http;
