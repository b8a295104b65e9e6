package org.numericclaims.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.numericclaims.http.Problems;

/**
 * What keeps a service without keys to this machine: only Host names of loopback are answered, so that no foreign
 * page can reach it by rebinding its own name (DNS rebinding), and no page of another origin may write.
 */
final class Keyless {

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Keyless() {}

    /** Why the request is refused where there are no keys; empty where it is not. */
    static Optional<RuntimeException> refusal(HttpServerRequest request) {
        var host = request.getHeader("Host");
        boolean forwarded = request.headers().names().stream()
                .anyMatch(name -> name.equalsIgnoreCase("Forwarded")
                        || name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"));
        if (host == null || !LOOPBACK.matcher(host).matches() || forwarded) {
            return Optional.of(Problems.of(
                    403, "foreign_host", "Without keys this service answers on this machine only: use localhost."));
        }
        if (!READING.contains(request.method().name()) && isForeign(request, host)) {
            return Optional.of(Problems.of(403, "cross_site", "Without keys no page of another site may write here."));
        }
        return Optional.empty();
    }

    private static boolean isForeign(HttpServerRequest request, String host) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site != null && !OWN_SITES.contains(site))
                || (origin != null && !host.equalsIgnoreCase(authority(origin)));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
