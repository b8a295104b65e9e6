package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What a caller still sends after it was answered. For a moment it is read away, because a connection that is closed
 * with data unread takes the answer with it (RFC 9112, section 9.6); whoever goes on then is cut off.
 */
@ApplicationScoped
class UnreadBody {

    private static final int EARLY = 900;
    private static final long MOMENT_MILLIS = 1_000;

    private final Vertx vertx;

    UnreadBody(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext exchange) {
        var request = exchange.request();
        var connection = vertx.getOrCreateContext(); // else it ends while another thread looks whether it has
        exchange.addEndHandler(answered -> connection.runOnContext(now -> discard(request)));
        exchange.next();
    }

    private void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var connection = request.connection();
        long cut = vertx.setTimer(MOMENT_MILLIS, late -> connection.close());
        request.handler(unread -> {});
        request.endHandler(end -> vertx.cancelTimer(cut));
        request.resume();
        if (request.isEnded()) { // one that was read to its end has told so before, and is paused until now
            vertx.cancelTimer(cut);
        }
    }
}
