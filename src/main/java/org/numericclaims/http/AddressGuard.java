package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;

/** Refuses an address that is no URI (RFC 3986), which the framework refuses without a word. */
@ApplicationScoped
public class AddressGuard {

    private static final int AFTER_REQUEST_ID = 950;
    private static final String ANY_SERVER = "http://localhost";

    /** Takes the check over from Quarkus, which answers without a body; to be called before Quarkus starts. */
    public static void takeOver() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void register(@Observes Filters filters) {
        filters.register(AddressGuard::check, AFTER_REQUEST_ID);
    }

    private static void check(RoutingContext exchange) {
        if (isUri(exchange.request().uri())) {
            exchange.next();
        } else {
            refuse(exchange);
        }
    }

    private static boolean isUri(String address) {
        try {
            return new URI(address.startsWith("/") ? ANY_SERVER + address : address).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // by hand, because the problem library works only behind the framework's routes
    private static void refuse(RoutingContext exchange) {
        var problem = new JsonObject()
                .put("type", Problems.TYPE + Encoding.MALFORMED)
                .put("status", 400)
                .put("title", Titles.of(400))
                .put("detail", Encoding.DETAIL)
                .put("instance", encoded(exchange.request().path()))
                .put("code", Encoding.MALFORMED)
                .put("request_id", RequestId.of(exchange));
        exchange.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.encode());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
