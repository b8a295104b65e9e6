package org.numericclaims.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;

/**
 * Lets in who may do what he asks for. What is wrong with a key is not said, and all that are wrong cost the same. Where
 * reading needs a key, it may be the password of Basic too (RFC 7617), the one that a browser asks for and sends by
 * itself; as it does so for pages of other origins as well, nothing is written with that.
 */
@ApplicationScoped
class Entrance {

    private static final Pattern BEARER = Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern BASIC = Pattern.compile("basic +([A-Za-z0-9+/]+=*) *", Pattern.CASE_INSENSITIVE);
    private static final String NO_TOKEN = "";

    /** Makes a browser ask its user for a key. */
    private static final String BASIC_TOO = "Basic realm=\"Numeric Claims\", charset=\"UTF-8\"";

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
        return admit(exchange, needed, needed == Role.reader && !reading.isPrivate());
    }

    /** Who asks for what is none of the record, and so only for those who are known, also where reading is public. */
    void admitKnown(RoutingContext exchange) {
        admit(exchange, Role.reader, false);
    }

    private Optional<Caller> admit(RoutingContext exchange, Role needed, boolean open) {
        var sent = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (!sent.isEmpty()) {
            var caller = known(sent, needed, exchange);
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
            throw refused(isBrowsed(needed), exchange);
        }
        refusal.ifPresent(problem -> {
            throw problem;
        });
        return Optional.of(Caller.LOCAL);
    }

    private boolean isBrowsed(Role needed) {
        return needed == Role.reader && reading.isPrivate();
    }

    private static Caller allowed(Caller caller, Role needed) {
        if (!caller.may(needed)) {
            throw needed.refusal();
        }
        return caller;
    }

    /** Who sent these headers; 401 where that is nobody who is known, 429 where too many such came from there. */
    private Caller known(List<String> sent, Role needed, RoutingContext exchange) {
        var credentials = Credentials.of(sent, isBrowsed(needed));
        var token = credentials.token();
        var hash = KeyText.hash(token);
        if (issuer.isSet() && !credentials.byBrowser() && !token.isEmpty() && !token.startsWith(KeyText.PREFIX)) {
            // not counted: one address may send the tokens of many, of which some have always just expired
            return keys.find(hash).or(() -> issuer.caller(exchange)).orElseThrow(() -> refused(false, exchange));
        }
        wrongKeys.expectFew(hash, exchange);
        var caller = keys.find(hash);
        wrongKeys.note(hash, caller.isPresent(), exchange);
        return caller.orElseThrow(() -> refused(credentials.byBrowser(), exchange));
    }

    /** The key or token that was sent, empty where that is none, and whether a browser sent it by itself. */
    private record Credentials(String token, boolean byBrowser) {

        static Credentials of(List<String> sent, boolean browsed) {
            var header = sent.size() == 1 ? sent.get(0) : NO_TOKEN;
            var basic = BASIC.matcher(header);
            if (browsed && basic.matches()) {
                return new Credentials(password(basic.group(1)), true);
            }
            var bearer = BEARER.matcher(header);
            return new Credentials(bearer.matches() ? bearer.group(1) : NO_TOKEN, false);
        }
    }

    private static String password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return NO_TOKEN;
        }
    }

    private static RuntimeException refused(boolean basicToo, RoutingContext exchange) {
        if (basicToo) {
            // in a line of its own, as Chrome reads one challenge of each
            exchange.addHeadersEndHandler(
                    end -> exchange.response().headers().add(HttpHeaders.WWW_AUTHENTICATE, BASIC_TOO));
        }
        return Problems.coded(401, "unauthorized", "Send 'Authorization: Bearer <key>' with a key that is valid.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
