package org.numericclaims.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.numericclaims.http.Problems;

/**
 * What keeps a service without keys to this machine: only Host names of loopback are answered, so that no foreign
 * page can reach it by rebinding its own name (DNS rebinding), and no page of another origin may write.
 */
@Provider
@PreMatching
class Keyless implements ContainerRequestFilter {

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        var host = request.getHeaderString("Host");
        boolean forwarded = request.getHeaders().keySet().stream()
                .anyMatch(name -> name.equalsIgnoreCase("Forwarded")
                        || name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"));
        if (host == null || !LOOPBACK.matcher(host).matches() || forwarded) {
            throw Problems.of(
                    403, "foreign_host", "Without keys this service answers on this machine only: use localhost.");
        }
        if (!READING.contains(request.getMethod()) && isForeign(request, host)) {
            throw Problems.of(403, "cross_site", "Without keys no page of another site may write here.");
        }
    }

    private static boolean isForeign(ContainerRequestContext request, String host) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
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
