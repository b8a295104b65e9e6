package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An Accept that names nothing asks for nothing: the framework would fail at it when it writes the answer. */
@ApplicationScoped
class EmptyAccept {

    private static final int EARLY = 940;

    void register(@Observes Filters filters) {
        filters.register(EmptyAccept::takeOut, EARLY);
    }

    private static void takeOut(RoutingContext exchange) {
        var accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            exchange.request().headers().remove(HttpHeaders.ACCEPT);
        }
        exchange.next();
    }
}
