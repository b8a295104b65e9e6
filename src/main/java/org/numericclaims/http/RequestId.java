package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which a caller and the log speak of one request: the caller's own where it is sane, else a new one. */
@ApplicationScoped
class RequestId {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::mark, BEFORE_EVERYTHING);
    }

    static String of(RoutingContext request) {
        return request.get(HEADER);
    }

    private static void mark(RoutingContext request) {
        var sent = request.request().getHeader(HEADER);
        var id = sent != null && SANE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.put(HEADER, id);
        request.response()
                .putHeader(HEADER, id)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        request.next();
    }
}
