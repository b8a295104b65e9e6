package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;
import org.numericclaims.http.Documented;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class KeysTest {

    @Inject
    DataSource database;

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() throws Exception {
        var made = Keyed.make(Given.unique("Script"), "editor");
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", startsWith("http"))
                .body("key", startsWith("nc_"))
                .body("role", is("editor"))
                .body("created_by", is("admin"))
                .body("last_used_at", nullValue())
                .body("expires_at", nullValue())
                .body("revoked_at", nullValue());
        var key = made.<String>path("key");
        assertThat(key).matches("nc_[A-Za-z0-9_-]{43}");
        var row = ask("select to_jsonb(k)::text || encode(k.hash, 'escape') from api_key k where id = '"
                + made.path("id") + "'");
        assertThat(row).doesNotContain(key, key.substring("nc_".length()));
        assertThat(ask("select count(*) from api_key where hash = sha256('" + key + "')"))
                .isEqualTo("1");
        var listed = listed(made.path("id"));
        assertThat(listed).containsEntry("name", made.path("name")).doesNotContainKey("key");
        assertThat(as("Bearer " + key).get("/v1/keys").statusCode()).isEqualTo(403);
    }

    @Test
    void whoMakesAKeyIsNamedInIt() {
        var ann = Given.unique("Ann");
        as(Keyed.bearer(ann, "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", Given.unique("Bob"), "role", "reader"))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("created_by", is(ann));
    }

    @Test
    void anAnswerThatHasAKeyIsNotKeptForARetry() throws Exception {
        as(Keyed.bearer("admin"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", Given.unique("once"))
                .body(Map.of("name", Given.unique("Bob"), "role", "reader"))
                .post("/v1/keys")
                .then()
                .statusCode(400)
                .body("code", is("malformed_header"));
    }

    @Test
    void theExampleOfTheDocumentIsTaken() throws IOException {
        var operation = Documented.operations().stream()
                .filter(known -> known.id().equals("addKey"))
                .findAny()
                .orElseThrow();
        var example = Documented.example(operation.bodies().get("application/json"));
        add(example.toString()).then().statusCode(201);
    }

    @Test
    void allThatAreWrongAreRefusedInTheSameWords() throws Exception {
        var expired = Keyed.make(Given.unique("Expired"), "admin");
        run("update api_key set expires_at = now() where id = '" + expired.path("id") + "'");
        var revoked = Keyed.make(Given.unique("Revoked"), "admin");
        revoke(revoked).then().statusCode(204);
        var good = Keyed.bearer("admin");
        var answers = List.of(
                given().delete("/v1/claims/a"),
                as("Bearer nc_wrong").delete("/v1/claims/a"),
                as("Bearer " + expired.path("key")).delete("/v1/claims/a"),
                as("Bearer " + revoked.path("key")).delete("/v1/claims/a"),
                as("Basic YWRtaW46YWRtaW4=").delete("/v1/claims/a"),
                as(good.replace("Bearer ", "")).delete("/v1/claims/a"),
                as(good + "x").delete("/v1/claims/a"),
                as(good + ", " + good).delete("/v1/claims/a"),
                as("").delete("/v1/claims/a"),
                as(good).header("Authorization", "Bearer x").delete("/v1/claims/a"));
        for (var answer : answers) {
            answer.then().statusCode(401).header("WWW-Authenticate", "Bearer").body("code", is("unauthorized"));
            assertThat(words(answer)).isEqualTo(words(answers.get(0)));
        }
        as(good.replace("Bearer", "bearer"))
                .header("If-Match", "*")
                .delete("/v1/claims/a")
                .then()
                .statusCode(404);
    }

    @Test
    void aWrongKeyIsRefusedWhereNoneIsNeeded() {
        given().get("/v1/claimants").then().statusCode(200);
        as("Bearer nc_wrong").get("/v1/claimants").then().statusCode(401).body("code", is("unauthorized"));
        as("Basic YWRtaW46YWRtaW4=").get("/v1/claimants").then().statusCode(401);
        as(Keyed.bearer("reader")).get("/v1/claimants").then().statusCode(200);
    }

    @Test
    void aKeyElsewhereThanInTheHeaderIsNone() {
        var key = Keyed.bearer("editor").replace("Bearer ", "");
        for (var name : List.of("key", "access_token", "api_key", "Authorization")) {
            body(given().queryParam(name, key)).post("/v1/claimants").then().statusCode(401);
            body(given().cookie(name, key)).post("/v1/claimants").then().statusCode(401);
            body(given().header("X-API-Key", key)).post("/v1/claimants").then().statusCode(401);
        }
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndStaysInTheList() {
        var made = Keyed.make(Given.unique("Short"), "editor");
        var bearer = "Bearer " + made.path("key");
        body(as(bearer)).post("/v1/claimants").then().statusCode(201);
        revoke(made).then().statusCode(204);
        body(as(bearer)).post("/v1/claimants").then().statusCode(401);
        var revoked = listed(made.path("id")).get("revoked_at");
        assertThat(revoked).isNotNull();
        revoke(made).then().statusCode(204);
        assertThat(listed(made.path("id"))).containsEntry("revoked_at", revoked);
        as(Keyed.ADMIN).delete("/v1/keys/" + made.path("id")).then().statusCode(428);
        as(Keyed.ADMIN)
                .header("If-Match", "*")
                .delete("/v1/keys/a")
                .then()
                .statusCode(404)
                .body("code", is("not_found"));
    }

    @Test
    void aKeyIsValidUntilItExpires() {
        var inAnHour = Instant.now().plusSeconds(3600).toString();
        var made = add("{\"name\":\"Visitor\",\"role\":\"reader\",\"expires_at\":\"" + inAnHour + "\"}");
        made.then().statusCode(201).body("expires_at", startsWith(inAnHour.substring(0, 19)));
        as("Bearer " + made.path("key")).get("/v1/claimants").then().statusCode(200);
    }

    @Test
    void itsLastUseIsNotedOnceAMinute() throws Exception {
        var made = Keyed.make(Given.unique("Used"), "reader");
        var bearer = "Bearer " + made.path("key");
        var where = " where id = '" + made.path("id") + "'";
        as(bearer).get("/v1/claimants");
        var first = listed(made.path("id")).get("last_used_at");
        assertThat(first).isNotNull();
        as(bearer).get("/v1/claimants");
        assertThat(listed(made.path("id"))).containsEntry("last_used_at", first);
        run("update api_key set last_used_at = now() - interval '61 seconds'" + where);
        as(bearer).get("/v1/claimants");
        assertThat(ask("select last_used_at > now() - interval '10 seconds' from api_key" + where))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                    | 422 | required
            {"name":"a"}                                                          | 422 | required
            {"role":"reader"}                                                     | 422 | required
            {"name":" ","role":"reader"}                                          | 422 | blank
            {"name":"a","role":"owner"}                                           | 422 | unknown_value
            {"name":"a","role":["admin"]}                                         | 400 | wrong_type
            {"name":"admin","role":"reader"}                                      | 422 | reserved_name
            {"name":" Local","role":"reader"}                                     | 422 | reserved_name
            {"name":"OIDC:ann","role":"reader"}                                   | 422 | reserved_name
            {"name":"a","role":"reader","expires_at":"2025-01-01T00:00:00Z"}      | 422 | instant_in_past
            {"name":"a","role":"reader","expires_at":"2027-02-30T00:00:00Z"}      | 422 | malformed_instant
            {"name":"a","role":"reader","expires_at":"+10000-01-01T00:00:00Z"}    | 422 | malformed_instant
            {"name":"a","role":"reader","key":"nc_of-my-own"}                     | 400 | unknown_field
            """)
    void whatMakesNoKeyIsRefused(String body, int status, String code) {
        add(body).then().statusCode(status).body("code", is(code));
    }

    @Test
    void aNameIsNotTooLong() {
        add("{\"name\":\"" + "a".repeat(301) + "\",\"role\":\"reader\"}")
                .then()
                .statusCode(422)
                .body("code", is("too_long"));
    }

    @Test
    void aPageOfKeysGoesOnBehindTheLast() {
        Keyed.make(Given.unique("One"), "reader");
        Keyed.make(Given.unique("Two"), "reader");
        var first = as(Keyed.ADMIN).get("/v1/keys?limit=1").then().statusCode(200);
        first.body("items.size()", is(1)).body("next", notNullValue());
        as(Keyed.ADMIN)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get("/v1/keys")
                .then()
                .statusCode(200)
                .body("items[0].created_by", is("admin"));
        as(Keyed.ADMIN)
                .get("/v1/keys?cursor=" + "a".repeat(40))
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.1:8080"})
    void withKeysAnyHostNameIsAnswered(String host) {
        given().header("Host", host)
                .header("X-Forwarded-For", "192.0.2.1")
                .get("/v1/claimants")
                .then()
                .statusCode(200);
        body(as(Keyed.bearer("editor")).header("Host", host).header("Origin", "http://" + host))
                .post("/v1/claimants")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification as(String authorization) {
        return given().header("Authorization", authorization);
    }

    private static RequestSpecification body(RequestSpecification request) {
        return request.contentType(ContentType.JSON).body(Map.of("name", Given.unique("Somebody")));
    }

    private static Response add(String body) {
        return as(Keyed.ADMIN).contentType(ContentType.JSON).body(body).post("/v1/keys");
    }

    private static Response revoke(Response made) {
        return as(Keyed.ADMIN).header("If-Match", "*").delete("/v1/keys/" + made.path("id"));
    }

    private static Map<String, Object> listed(String id) {
        return as(Keyed.ADMIN)
                .get("/v1/keys?limit=500")
                .jsonPath()
                .param("id", id)
                .getMap("items.find { it.id == id }");
    }

    /** What is the same in each answer. */
    private static Map<String, Object> words(Response answer) {
        var words = answer.jsonPath().<String, Object>getMap("");
        words.remove("request_id");
        return words;
    }

    private void run(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String query) throws SQLException {
        try (var db = database.getConnection();
                var rows = db.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
