package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service from the first key on: it is never open again, and no key is ever in its log. */
class FirstKeyIT {

    private static final String ADMIN_KEY = "admin-key-of-the-shipped-service-0123456789";

    /** As much as an operator may ask it to say. */
    private static final Map<String, String> TALKATIVE =
            Map.of("QUARKUS_LOG_LEVEL", "DEBUG", "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");

    @TempDir
    Path data;

    @Test
    void theFirstKeyClosesTheServiceForGood() throws Exception {
        String first;
        try (var service = PackagedService.start(data, Map.of("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true"))) {
            add(given(), service).then().statusCode(201);
            makeKey(given(), service, "editor").then().statusCode(422).body("code", is("first_key_not_admin"));
            var made = makeKey(given(), service, "admin");
            made.then().statusCode(201).body("created_by", is("local"));
            first = made.path("key");
            add(given(), service).then().statusCode(401);
            given().header("Host", "claims.example.org")
                    .get(service.address() + "/v1/claimants")
                    .then()
                    .statusCode(200);
            add(bearer(first), service).then().statusCode(201);
            revoke(first, made.path("id"), service).then().statusCode(204);
            add(bearer(first), service).then().statusCode(401);
            add(given(), service).then().statusCode(401);
            service.stop();
            assertThat(service.said()).contains("/v1/keys").doesNotContain(first);
        }
        var keyed = new HashMap<>(TALKATIVE);
        keyed.put("CLAIMS_ADMIN_KEY", ADMIN_KEY);
        keyed.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        try (var service = PackagedService.start(data, keyed)) {
            add(given(), service).then().statusCode(401);
            add(bearer(ADMIN_KEY + "x"), service).then().statusCode(401);
            given().get(service.address() + "/v1/claims?key=" + first).then().statusCode(400);
            var second = makeKey(bearer(ADMIN_KEY), service, "editor").<String>path("key");
            add(bearer(second), service).then().statusCode(201);
            service.stop();
            assertThat(service.said()).contains("/v1/keys").doesNotContain(ADMIN_KEY, second);
        }
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response add(RequestSpecification caller, PackagedService service) {
        return caller.contentType(ContentType.JSON)
                .body("{\"name\":\"Claimant " + System.nanoTime() + "\"}")
                .post(service.address() + "/v1/claimants");
    }

    private static Response makeKey(RequestSpecification caller, PackagedService service, String role) {
        return caller.contentType(ContentType.JSON)
                .body(Map.of("name", "Ann", "role", role))
                .post(service.address() + "/v1/keys");
    }

    private static Response revoke(String key, String id, PackagedService service) {
        return bearer(key).header("If-Match", "*").delete(service.address() + "/v1/keys/" + id);
    }
}
