package org.numericclaims.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.http.Problems;

/**
 * Reads a form that was posted, and sends its key on as the API wants it, before it is asked who may do this: what needs
 * a key of the API needs the same of the form, and is refused in the same way.
 */
@Provider
@Filled
@Priority(Priorities.AUTHENTICATION - 1)
class FormReader implements ContainerRequestFilter {

    private static final String FORM_READ = FormReader.class.getName();
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    private final RoutingContext exchange;
    private final int limit;

    FormReader(RoutingContext exchange, @ConfigProperty(name = "claims.body-limit") int limit) {
        this.exchange = exchange;
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(FORM)) {
            throw Problems.of(415, "unsupported_media_type", "Send the form as browsers do: " + FORM + ".");
        }
        var body = request.getEntityStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw Problems.of(413, "body_too_large", "A form may have " + limit + " bytes.");
        }
        var typed = fields(new String(body, StandardCharsets.US_ASCII));
        var key = typed.remove(ClaimForm.KEY);
        if (key != null) {
            // beside a header, and where it cannot be one, it is no key that anybody has
            var sent = KEY.matcher(key.strip()).matches() ? "Bearer " + key.strip() : "Bearer";
            exchange.request().headers().add(HttpHeaders.AUTHORIZATION, sent);
        }
        exchange.put(FORM_READ, ClaimForm.of(typed));
    }

    /** The form that was posted; null where none could be read. */
    static ClaimForm form(RoutingContext exchange) {
        return exchange.get(FORM_READ);
    }

    /** What was filled in, of each field the first; line breaks as JSON has them. */
    private static Map<String, String> fields(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            var value = parts.length < 2 ? "" : decoded(parts[1]).replace("\r\n", "\n");
            if (!value.isBlank()) {
                fields.putIfAbsent(decoded(parts[0]), value);
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problems.of(400, "malformed_encoding", "Send the form as browsers do, percent-encoded in UTF-8.");
        }
    }
}
