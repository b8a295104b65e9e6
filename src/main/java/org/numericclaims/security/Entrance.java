package org.numericclaims.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;

/** Lets in who may do what he asks for. What is wrong with a key is not said, and all that are wrong cost the same. */
@ApplicationScoped
class Entrance {

    private static final Pattern BEARER = Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);
    private static final String NO_TOKEN = "";

    private final Keys keys;
    private final Issuer issuer;
    private final Reading reading;
    private final WrongKeys wrongKeys;

    Entrance(Keys keys, Issuer issuer, Reading reading, WrongKeys wrongKeys) {
        this.keys = keys;
        this.issuer = issuer;
        this.reading = reading;
        this.wrongKeys = wrongKeys;
    }

    /** Who asks, where he may do what needs that role; empty where nobody needs to be known for it; else 401 or 403. */
    Optional<Caller> admit(RoutingContext exchange, Role needed) {
        var sent = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        boolean open = needed == Role.reader && !reading.isPrivate();
        if (!sent.isEmpty()) {
            var caller = known(sent, exchange);
            return Optional.of(open ? caller : allowed(caller, needed));
        }
        var refusal = Keyless.refusal(exchange.request());
        if (open && refusal.isEmpty()) {
            return Optional.empty(); // with keys and without, so that nobody needs to ask whether there are any
        }
        if (keys.exist()) {
            if (open) {
                return Optional.empty();
            }
            throw unauthorized();
        }
        refusal.ifPresent(problem -> {
            throw problem;
        });
        return Optional.of(Caller.LOCAL);
    }

    private static Caller allowed(Caller caller, Role needed) {
        if (!caller.may(needed)) {
            throw needed.refusal();
        }
        return caller;
    }

    /** Who sent these headers; 401 where that is nobody who is known, 429 where too many such came from there. */
    private Caller known(List<String> sent, RoutingContext exchange) {
        var token = token(sent);
        var hash = KeyText.hash(token);
        if (issuer.isSet() && !token.isEmpty() && !token.startsWith(KeyText.PREFIX)) {
            // not counted: one address may send the tokens of many, of which some have always just expired
            return keys.find(hash).or(() -> issuer.caller(exchange)).orElseThrow(Entrance::unauthorized);
        }
        wrongKeys.expectFew(hash, exchange);
        var caller = keys.find(hash);
        wrongKeys.note(hash, caller.isPresent(), exchange);
        return caller.orElseThrow(Entrance::unauthorized);
    }

    private static RuntimeException unauthorized() {
        return Problems.coded(401, "unauthorized", "Send 'Authorization: Bearer <key>' with a key that is valid.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static String token(List<String> sent) {
        var match = BEARER.matcher(sent.size() == 1 ? sent.get(0) : NO_TOKEN);
        return match.matches() ? match.group(1) : NO_TOKEN;
    }
}
