package org.numericclaims.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens on loopback, which answers only once it is opened: the service has to start without it. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    private static final RsaJsonWebKey KEY = rsa();
    private static int port;
    private static HttpServer server;

    /** A service that only those read who have a token of this issuer, or a key; and a database of its own. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("claims.access", "private", "quarkus.oidc.roles.role-claim-path", "realm_access/roles");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestIssuer.class));
        }
    }

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("quarkus.oidc.auth-server-url", address());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    static boolean isOpen() {
        return server != null;
    }

    /** From now on it answers. */
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address()));
        serve("/jwks", new JsonWebKeySet(KEY).toJson());
        server.start();
    }

    /** A token that the issuer made for somebody with these roles. */
    static String token(String name, String... roles) throws JoseException {
        return signed(claims(name, roles), KEY);
    }

    /** The same, signed by somebody else under the issuer's name. */
    static String forged(String name, String... roles) throws JoseException {
        return signed(claims(name, roles), rsa());
    }

    /** The same, of an hour ago. */
    static String expired(String name, String... roles) throws JoseException {
        var claims = claims(name, roles);
        claims.setExpirationTimeMinutesInTheFuture(-60);
        return signed(claims, KEY);
    }

    /** The same, of another issuer. */
    static String foreign(String name, String... roles) throws JoseException {
        var claims = claims(name, roles);
        claims.setIssuer("https://issuer.example.org");
        return signed(claims, KEY);
    }

    /** The same, without a signature. */
    static String unsigned(String name, String... roles) throws JoseException {
        var parts = token(name, roles).split("\\.");
        var header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + parts[1] + ".";
    }

    private static JwtClaims claims(String name, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setSubject("4711");
        claims.setStringClaim("preferred_username", name);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(KEY.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    private static RsaJsonWebKey rsa() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address() {
        return "http://localhost:" + port;
    }

    private static void serve(String path, String json) {
        server.createContext(path, exchange -> {
            var bytes = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
