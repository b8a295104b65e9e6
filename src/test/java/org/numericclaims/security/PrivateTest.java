package org.numericclaims.security;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;
import org.numericclaims.mcp.Assistant;

/** A service that only known callers read, with an issuer of tokens beside its keys. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(TestIssuer.Profile.class)
class PrivateTest {

    private static final String ASK_THE_USER = "Basic realm=\"Numeric Claims\", charset=\"UTF-8\"";

    @BeforeEach
    void theIssuerComesAfterTheService() throws Exception {
        if (!TestIssuer.isOpen()) {
            as(TestIssuer.token("ann", "admin")).get("/v1/claimants").then().statusCode(503);
            TestIssuer.open();
            as(TestIssuer.token("ann", "admin")).get("/v1/claimants").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/claims",
                "/v1/claims/a",
                "/v1/units",
                "/openapi",
                "/openapi?format=json",
                "/openapi.json",
                "/openapi.yaml",
                "/openapi/",
                "//openapi",
                "/%6fpenapi",
                "/x/../openapi",
                "/docs",
                "/docs/",
                "/docs/index.html",
                "//docs/index.html"
            })
    void whoIsNotKnownReadsNothing(String path) throws Exception {
        var refused = get(given(), path);
        refused.then().statusCode(401).body("code", is("unauthorized"));
        assertThat(refused.headers().getValues("WWW-Authenticate")).containsExactlyInAnyOrder("Bearer", ASK_THE_USER);
        get(as("nc_wrong"), path).then().statusCode(401);
        get(as(TestIssuer.token("nobody")), path).then().statusCode(403).body("code", is("forbidden"));
        assertThat(get(as(TestIssuer.token("ann", "reader")), path).statusCode())
                .isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims", "/contradictions", "/subjects/a", "/claimants/a", "/embed/subjects/a"})
    void whoIsNotKnownSeesNoPage(String path) throws Exception {
        given().accept("text/html").get(path).then().statusCode(401).contentType("text/html");
        assertThat(as(TestIssuer.token("ann", "reader"))
                        .accept("text/html")
                        .get(path)
                        .statusCode())
                .isIn(200, 404);
    }

    @Test
    void whatOnlyReadsByPostNeedsAReaderToo() throws Exception {
        parse(given()).then().statusCode(401);
        parse(as(TestIssuer.token("ann", "reader"))).then().statusCode(200);
    }

    @Test
    void whoIsNotKnownHasNoAssistant() throws Exception {
        var refused = mcp(given());
        refused.then().statusCode(401).body("code", is("unauthorized"));
        assertThat(refused.headers().getValues("WWW-Authenticate")).contains("Bearer");
        mcp(as(TestIssuer.token("nobody"))).then().statusCode(403);
        var token = TestIssuer.token("ann", "reader");
        mcp(as(token)).then().statusCode(200).body("result.tools.size()", is(5));
        try (var assistant = Assistant.with(Map.of("Authorization", "Bearer " + token))) {
            assertThat(assistant.ask("search_claims", Map.of("q", "nothing"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void whetherItIsWellMayBeAskedByAll(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void whoListensIsAskedForToo() throws Exception {
        given().accept("text/event-stream").head("/v1/changes?after=now").then().statusCode(401);
        as(TestIssuer.token("ann", "reader"))
                .accept("text/event-stream")
                .head("/v1/changes?after=now")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenMayDoWhatItsHighestRoleMay() throws Exception {
        add(TestIssuer.token("ann", "reader", "offline_access")).then().statusCode(403);
        add(TestIssuer.token("ann", "reader", "editor")).then().statusCode(201);
        as(TestIssuer.token("ann", "editor")).get("/v1/keys").then().statusCode(403);
        as(TestIssuer.token("ann", "admin")).get("/v1/keys").then().statusCode(200);
    }

    @Test
    void aTokenThatTheIssuerDidNotMakeIsRefusedLikeAWrongKey() throws Exception {
        var wrong = words(as("nc_wrong").get("/v1/claimants"));
        for (var token : List.of(
                TestIssuer.forged("eve", "admin"),
                TestIssuer.expired("ann", "admin"),
                TestIssuer.foreign("ann", "admin"),
                TestIssuer.unsigned("eve", "admin"),
                TestIssuer.token("ann", "admin") + "x",
                "no-token-at-all",
                "a.b.c")) {
            var answer = as(token).get("/v1/claimants");
            answer.then().statusCode(401).header("WWW-Authenticate", "Bearer");
            assertThat(words(answer)).isEqualTo(wrong);
        }
    }

    @Test
    void whatIsWrittenWithATokenNamesItsOwner() throws Exception {
        var ann = as(TestIssuer.token("ann", "editor"));
        var claim = ann.contentType(ContentType.JSON)
                .body("{\"figure\":1," + Given.rest(Given.unique("token")) + "}")
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        assertThat(as(TestIssuer.token("bob", "reader"))
                        .get(claim + "/versions")
                        .jsonPath()
                        .getList("items.changed_by"))
                .containsExactly("oidc:ann");
    }

    @Test
    void keysWorkBesideTokens() throws Exception {
        var made = as(TestIssuer.token("ann", "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", Given.unique("Script"), "role", "editor"))
                .post("/v1/keys");
        made.then().statusCode(201).body("created_by", is("oidc:ann"));
        add(made.path("key")).then().statusCode(201);
        as(made.path("key")).get("/openapi").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims", "/v1/claims", "/openapi", "/docs/"})
    void aBrowserSendsAKeyAsItsPassword(String path) throws Exception {
        browser(key("reader")).get(path).then().statusCode(200);
        for (var wrong : List.of("", "nc_wrong", TestIssuer.token("ann", "reader"))) {
            var refused = browser(wrong).get(path);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().getValues("WWW-Authenticate"))
                    .containsExactlyInAnyOrder("Bearer", ASK_THE_USER);
        }
        given().header("Authorization", "Basic =").get(path).then().statusCode(401);
        given().header("Authorization", "Basic YQ=").get(path).then().statusCode(401);
    }

    /** It does so for pages of other origins as well. */
    @Test
    void nothingIsWrittenWithWhatABrowserSendsByItself() throws Exception {
        var admin = key("admin");
        browser(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", Given.unique("Somebody")))
                .post("/v1/claimants")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
        browser(admin).get("/v1/keys").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        as(admin).get("/v1/keys").then().statusCode(200);
    }

    private static Response mcp(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .post("/mcp");
    }

    private static RequestSpecification browser(String password) {
        return given().auth().preemptive().basic("anybody", password);
    }

    private static String key(String role) throws Exception {
        return as(TestIssuer.token("ann", "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", Given.unique("Browser"), "role", role))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static Response get(RequestSpecification request, String path) {
        return request.urlEncodingEnabled(false).get(path);
    }

    private static Response parse(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body("{\"text\":\"about 5\"}")
                .post("/v1/figures/parse");
    }

    private static Response add(String token) {
        return as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", Given.unique("Somebody")))
                .post("/v1/claimants");
    }

    /** What is the same in each answer. */
    private static Map<String, Object> words(Response answer) {
        var words = answer.jsonPath().<String, Object>getMap("");
        words.remove("request_id");
        return words;
    }
}
