package org.numericclaims.security;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.numericclaims.claim.Given;

/** A service with keys, and a database of its own: one key closes that of all other tests for good. */
public final class Keyed implements QuarkusTestProfile {

    /** What the admin sends, who needs no row. */
    public static final String ADMIN = "Bearer admin-key-of-the-tests-0123456789";

    /** The one origin that may read from a browser. */
    public static final String ORIGIN = "https://app.example.org";

    private static final Map<String, String> BY_ROLE = new HashMap<>();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "claims.admin-key",
                ADMIN.replace("Bearer ", ""),
                "quarkus.http.cors.enabled",
                "true",
                "quarkus.http.cors.origins",
                ORIGIN);
    }

    /** Whether the service that is tested has keys. */
    public static boolean isKeyed() {
        return ConfigProvider.getConfig()
                .getOptionalValue("claims.admin-key", String.class)
                .isPresent();
    }

    /** What somebody with that role sends, always the same. */
    public static String bearer(String role) {
        return BY_ROLE.computeIfAbsent(role, made -> bearer(Given.unique("The " + made), made));
    }

    /** What somebody with a key of his own sends. */
    static String bearer(String name, String role) {
        return "Bearer " + make(name, role).then().statusCode(201).extract().path("key");
    }

    /** The answer to the admin who makes that key. */
    static Response make(String name, String role) {
        return given().header("Authorization", ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "role", role))
                .post("/v1/keys");
    }
}
