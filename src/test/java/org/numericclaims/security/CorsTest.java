package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Test
    void aPageOfAnOriginThatIsConfiguredMayReadAndWrite() {
        var answer = given().header("Origin", Keyed.ORIGIN).get("/v1/claimants");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEqualTo(Keyed.ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Location");
        var preflight = given().header("Origin", Keyed.ORIGIN)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match,content-type")
                .options("/v1/claims/a");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header(ALLOWED)).isEqualTo(Keyed.ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization", "if-match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "null", "http://app.example.org", "https://app.example.org.evil.example"})
    void aPageOfAnotherOriginReadsNothing(String origin) {
        var answer = given().header("Origin", origin).get("/v1/claimants");
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control-Allow"));
        var preflight = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/claims");
        assertThat(preflight.header(ALLOWED)).isNull();
    }
}
