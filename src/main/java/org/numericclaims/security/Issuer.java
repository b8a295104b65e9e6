package org.numericclaims.security;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;

/** Whose tokens (OpenID Connect) are believed, where one is set: who sends them, and as which role. */
@ApplicationScoped
class Issuer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpAuthenticator tokens;
    private final boolean isSet;

    Issuer(HttpAuthenticator tokens, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address) {
        this.tokens = tokens;
        this.isSet = address.filter(text -> !text.isBlank()).isPresent();
    }

    boolean isSet() {
        return isSet;
    }

    /**
     * Who sent the token in that exchange; empty where the issuer did not make it, or it is not valid now. 503 where the
     * issuer has not said yet by what its tokens are known, and does not now.
     */
    Optional<Caller> caller(RoutingContext exchange) {
        try {
            return Optional.ofNullable(
                            tokens.attemptAuthentication(exchange).await().atMost(PATIENCE))
                    .map(Issuer::caller);
        } catch (AuthenticationFailedException e) {
            return Optional.empty();
        } catch (OIDCException | TimeoutException e) {
            throw Problems.coded(
                            503, "issuer_unavailable", "The issuer of tokens does not answer; try again, or use a key.")
                    .withHeader(HttpHeaders.RETRY_AFTER, PATIENCE.toSeconds())
                    .build();
        }
    }

    /** The highest of our roles among those that the token has. */
    private static Caller caller(SecurityIdentity identity) {
        var role = Arrays.stream(Role.values())
                .filter(known -> identity.hasRole(known.name()))
                .max(Comparator.naturalOrder());
        return new Caller(Caller.OF_ISSUER + identity.getPrincipal().getName(), role.orElse(null));
    }
}
