package org.numericclaims.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.security.Keyed;

/** Who may ask at /mcp where there are keys, and reading is public. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class McpKeyedTest {

    @Test
    void aKeyIsSentInAHeaderOrNotAtAll() {
        var reader = Map.of("Authorization", Keyed.bearer("reader"));
        for (var headers : List.of(reader, Map.<String, String>of())) {
            try (var assistant = Assistant.with(headers)) {
                assertThat(assistant.ask("search_claims", Map.of("q", "nothing")))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aWrongKeyIsRefusedLikeEverywhere() {
        ping(given().header("Authorization", "Bearer nc_wrong"))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthorized"));
    }

    @Test
    void aPageOfAnOriginThatIsNamedMayAsk() {
        ping(given().header("Origin", Keyed.ORIGIN)).then().statusCode(200);
    }

    /** Also where it rebound its own name to this service. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://app.example.org", "null"})
    void aPageOfAnotherOriginMayNot(String origin) {
        ping(given().header("Origin", origin)).then().statusCode(403);
        ping(given().header("Origin", origin).header("Host", origin.replaceFirst("https?://", "")))
                .then()
                .statusCode(403);
    }

    private static Response ping(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                .post("/mcp");
    }
}
