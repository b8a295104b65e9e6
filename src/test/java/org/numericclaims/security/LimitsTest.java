package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Hurried.class)
class LimitsTest {

    private static final int FAR_TOO_OFTEN = 3 * Hurried.PER_MINUTE;

    @Test
    void anAnswerTellsWhatIsLeft() {
        from("192.0.2.1")
                .get("/v1/units")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"requests\";q=120;w=60")
                .header("RateLimit", "\"requests\";r=119;t=1");
        from("192.0.2.1")
                .get("/v1/claims/a")
                .then()
                .statusCode(404)
                .header("RateLimit", matchesPattern("\"requests\";r=11[89];t=1"));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.2, 192.0.2.3", "2001:db8:1:1::1, 2001:db8:1:2::1", "::ffff:192.0.2.20, ::ffff:192.0.2.21"})
    void anAddressThatAsksTooOftenIsToldWhenToGoOnAndOthersAreServed(String hasty, String other) {
        var refused = until(429, () -> from(hasty).get("/v1/units"));
        refused.then()
                .contentType("application/problem+json")
                .body("code", is("too_many_requests"))
                .header("Retry-After", "1")
                .header("RateLimit", matchesPattern("\"requests\";r=0;t=(5[0-9]|60)"));
        // one more would also come with time
        from(other)
                .get("/v1/units")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"requests\";r=119;t=1"));
        from(hasty).header("Authorization", Keyed.ADMIN).get("/v1/units").then().statusCode(200);
    }

    @Test
    void allAddressesOfANetworkAreOneCaller() {
        until(429, () -> from("2001:db8:2:2::1").get("/v1/units"));
        until(429, () -> from("2001:db8:2:2:ffff::9").get("/v1/units"), 100);
    }

    @Test
    void aKeyThatAsksTooOftenIsRefusedFromEveryAddressAndOthersAreServed() {
        var hasty = Keyed.bearer(Given.unique("Hasty"), "editor");
        var calm = Keyed.bearer(Given.unique("Calm"), "editor");
        until(429, () -> from("192.0.2.4").header("Authorization", hasty).get("/v1/units"));
        until(429, () -> from("192.0.2.5").header("Authorization", hasty).get("/v1/units"), 100);
        from("192.0.2.4").header("Authorization", calm).get("/v1/units").then().statusCode(200);
        from("192.0.2.4").get("/v1/units").then().statusCode(200);
    }

    @Test
    void eachMessageOfAnAssistantCountsAsOne() {
        var search = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_claims\"}}";
        from("192.0.2.30")
                .contentType(ContentType.JSON)
                .body(search)
                .post("/mcp")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"requests\";r=119;t=1"));
        until(
                429,
                () -> from("192.0.2.30")
                        .contentType(ContentType.JSON)
                        .body(search)
                        .post("/mcp"));
    }

    @Test
    void theDocumentAndHealthAreNotLimited() {
        until(429, () -> from("192.0.2.6").get("/v1/units"));
        for (var path : List.of("/docs/", "/openapi", "/health/live", "/health/ready")) {
            from("192.0.2.6").get(path).then().statusCode(200);
        }
        until(429, () -> from("192.0.2.6").accept("text/html").get("/"), 100)
                .then()
                .contentType("text/html");
    }

    @Test
    void whoSendsTooManyWrongKeysIsToldWhenToGoOn() {
        for (int i = 0; i < Hurried.WRONG_PER_MINUTE; i++) {
            wrong("192.0.2.7", i).then().statusCode(401);
        }
        until(429, () -> wrong("192.0.2.7", 0), 10)
                .then()
                .contentType("application/problem+json")
                .body("code", is("too_many_requests"))
                .header("Retry-After", matchesPattern("[123]"));
        from("192.0.2.7").get("/v1/units").then().statusCode(200);
        wrong("192.0.2.8", 0).then().statusCode(401);
    }

    @Test
    void keysThatWereRightLatelyAreNotHeldUpByWrongOnes() {
        var known = Keyed.bearer(Given.unique("Known"), "editor");
        var fresh = Keyed.bearer(Given.unique("Fresh"), "editor");
        from("192.0.2.9").header("Authorization", known).get("/v1/units").then().statusCode(200);
        until(429, () -> wrong("192.0.2.10", 0), 100);
        from("192.0.2.10")
                .header("Authorization", known)
                .get("/v1/units")
                .then()
                .statusCode(200);
        until(429, () -> wrong("192.0.2.10", 0), 10);
        assertThat(from("192.0.2.10")
                        .header("Authorization", fresh)
                        .get("/v1/units")
                        .statusCode())
                .isIn(200, 429); // 200 where three seconds have passed by
        from("192.0.2.11")
                .header("Authorization", fresh)
                .get("/v1/units")
                .then()
                .statusCode(200);
    }

    @Test
    void aKeyThatWasRightIsRefusedOnceItIsRevoked() {
        var made = Keyed.make(Given.unique("Short"), "editor");
        var bearer = "Bearer " + made.path("key");
        from("192.0.2.12")
                .header("Authorization", bearer)
                .get("/v1/units")
                .then()
                .statusCode(200);
        given().header("Authorization", Keyed.ADMIN)
                .header("If-Match", "*")
                .delete("/v1/keys/" + made.path("id"))
                .then()
                .statusCode(204);
        from("192.0.2.12")
                .header("Authorization", bearer)
                .get("/v1/units")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static Response wrong(String address, int number) {
        return from(address).header("Authorization", "Bearer nc_wrong" + number).get("/v1/units");
    }

    private static Response until(int status, Supplier<Response> ask) {
        return until(status, ask, FAR_TOO_OFTEN);
    }

    /** The first answer with that status, which must be among so many. */
    private static Response until(int status, Supplier<Response> ask, int most) {
        for (int i = 0; i < most; i++) {
            var answer = ask.get();
            if (answer.statusCode() == status) {
                return answer;
            }
        }
        throw new AssertionError("None of " + most + " answers was " + status);
    }
}
