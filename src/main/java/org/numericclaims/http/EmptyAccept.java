package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * An Accept that asks for nothing: one that names nothing, at which the framework would fail when it writes the answer,
 * and one of a removal that names problems alone, which is all that this answers: so do generated clients.
 */
@ApplicationScoped
class EmptyAccept {

    private static final int EARLY = 940;

    void register(@Observes Filters filters) {
        filters.register(EmptyAccept::takeOut, EARLY);
    }

    private static void takeOut(RoutingContext exchange) {
        var request = exchange.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && (accept.isBlank() || isRemoval(request, accept))) {
            request.headers().remove(HttpHeaders.ACCEPT);
        }
        exchange.next();
    }

    private static boolean isRemoval(HttpServerRequest request, String accept) {
        return request.method() == HttpMethod.DELETE && accept.equals("application/problem+json");
    }
}
