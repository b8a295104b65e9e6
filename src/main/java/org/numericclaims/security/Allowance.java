package org.numericclaims.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.numericclaims.http.Problems;

/**
 * How often each of many may do something in a minute, at once or spread over it. Each instance counts for itself: what
 * is protected is the instance, and asking the database about each request would cost more than most requests do.
 */
final class Allowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_COUNTED = 100_000;
    private static final int NETWORK_BYTES = 8;
    private static final long NANOS = 1_000_000_000;

    private final int perMinute;
    private final LoadingCache<String, Bucket> buckets;

    /** So many, or none where there is no limit, which is said by 0. */
    static Optional<Allowance> of(int perMinute) {
        return perMinute == 0 ? Optional.empty() : Optional.of(new Allowance(perMinute));
    }

    private Allowance(int perMinute) {
        this.perMinute = perMinute;
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(MINUTE) // after which one is full again, as a new one is
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /** What was left, and when there is more; times in whole seconds, rounded up. */
    record Left(boolean isTaken, long remaining, long secondsToNext, long secondsToAll) {}

    /** Takes one for that one, if there is any. */
    Left take(String who) {
        var probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()));
    }

    /** How long that one has to wait for the next, 0 where there is one. */
    long secondsToNext(String who) {
        return seconds(buckets.get(who).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    int perMinute() {
        return perMinute;
    }

    /** 429, to be tried again after so many seconds. */
    static RuntimeException refusal(String detail, long seconds) {
        return Problems.coded(429, "too_many_requests", detail + " Go on in " + seconds + " s.")
                .withHeader("Retry-After", seconds)
                .build();
    }

    /**
     * The address that asks; of IPv6 the network, since whoever has one has all addresses in it, but of an IPv4 address
     * that is written as one of IPv6 (RFC 4291, 2.5.5.2) that address.
     */
    static String address(RoutingContext exchange) {
        var text = String.valueOf(exchange.request().remoteAddress().hostAddress());
        var address = NetUtil.createInetAddressFromIpAddressString(text);
        return address == null ? text : network(address.getAddress());
    }

    private static String network(byte[] address) {
        return HexFormat.of().formatHex(address, 0, Math.min(address.length, NETWORK_BYTES));
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }
}
