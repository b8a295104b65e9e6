package org.numericclaims.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
            RouteProblem.answer(exchange, Problems.of(400, Encoding.MALFORMED, Encoding.DETAIL));
        }
    }

    private static boolean isUri(String address) {
        try {
            return new URI(address.startsWith("/") ? ANY_SERVER + address : address).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
