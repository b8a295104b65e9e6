package org.numericclaims.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many wrong keys an address may send. Where it has sent more, keys from there are not looked up for a while, but
 * for those that were right lately: one script with an old key locks out nobody who shares its address.
 */
@ApplicationScoped
class WrongKeys {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final long MOST_REMEMBERED = 10_000;

    private final Optional<Allowance> allowance;
    private final Cache<ByteBuffer, Boolean> rightLately = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(LATELY)
            .build();

    WrongKeys(@ConfigProperty(name = "claims.wrong-key-limit") int perMinute) {
        allowance = Allowance.of(perMinute);
    }

    /** 429 where a key with that hash is not to be looked up. */
    void expectFew(byte[] hash, RoutingContext exchange) {
        allowance
                .filter(limit -> rightLately.getIfPresent(ByteBuffer.wrap(hash)) == null)
                .ifPresent(limit -> {
                    long seconds = limit.secondsToNext(Allowance.address(exchange));
                    if (seconds > 0) {
                        throw Allowance.refusal("Too many wrong keys came from your address.", seconds);
                    }
                });
    }

    /** A key with that hash was looked up, and is right or is not. */
    void note(byte[] hash, boolean isRight, RoutingContext exchange) {
        if (isRight) {
            rightLately.put(ByteBuffer.wrap(hash), true);
        } else {
            rightLately.invalidate(ByteBuffer.wrap(hash));
            allowance.ifPresent(limit -> limit.take(Allowance.address(exchange)));
        }
    }
}
