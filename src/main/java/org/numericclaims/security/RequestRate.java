package org.numericclaims.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a caller may ask: whoever is known under the name of his key, anybody else by his address. Each answer tells
 * what is left, in the fields of draft-ietf-httpapi-ratelimit-headers-10.
 */
@ApplicationScoped
class RequestRate {

    private static final String POLICY = "\"requests\"";

    private final Optional<Allowance> allowance;

    RequestRate(@ConfigProperty(name = "claims.rate-limit") int perMinute) {
        allowance = Allowance.of(perMinute);
    }

    /** Counts a request of that caller; 429 where he has asked too often. */
    void count(Optional<Caller> caller, RoutingContext exchange) {
        allowance.ifPresent(limit -> {
            var left = limit.take(caller.filter(known -> known != Caller.LOCAL)
                    .map(known -> "key " + known.name())
                    .orElseGet(() -> Allowance.address(exchange)));
            exchange.response()
                    .putHeader("RateLimit-Policy", POLICY + ";q=" + limit.perMinute() + ";w=60")
                    .putHeader("RateLimit", POLICY + ";r=" + left.remaining() + ";t=" + left.secondsToAll());
            if (!left.isTaken()) {
                throw Allowance.refusal(
                        "A caller may ask " + limit.perMinute() + " times a minute.", left.secondsToNext());
            }
        });
    }
}
