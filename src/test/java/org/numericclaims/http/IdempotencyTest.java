package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyTest {

    @Inject
    DataSource database;

    /** All but the reading of words, which does nothing, and the making of keys, which are kept nowhere. */
    @TestFactory
    Stream<DynamicTest> everyPostIsDoneOnce() throws IOException {
        var posts = Documented.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> !List.of("parseFigure", "addKey").contains(operation.id()))
                .toList();
        assertThat(posts).hasSizeGreaterThan(8);
        return posts.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var request = new Provocation(operation)
                            .of(operation.statuses().stream()
                                    .min(Integer::compare)
                                    .orElseThrow())
                            .with("Idempotency-Key", UUID.randomUUID().toString());
                    var first = request.send();
                    var again = request.send();
                    assertThat(first.status()).as(first.body()).isLessThan(300);
                    assertThat(first.headers()).doesNotContainKey("Idempotent-Replayed");
                    assertThat(again.status()).isEqualTo(first.status());
                    assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
                    for (var header : List.of("Location", "ETag", "Content-Type")) {
                        assertThat(again.headers().get(header))
                                .isEqualTo(first.headers().get(header));
                    }
                    assertThat(again.body()).isEqualTo(first.body());
                }));
    }

    @Test
    void aKeyThatWasSentWithAnotherRequestIsRefused() {
        var key = UUID.randomUUID().toString();
        var subject = unique("reused");
        add(key, "", claim(subject, 1)).then().statusCode(201);
        for (var other : List.of(add(key, "", claim(subject, 2)), add(key, "?duplicate=allow", claim(subject, 1)))) {
            other.then().statusCode(422).body("code", is("idempotency_key_reused"));
        }
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(claim(subject, 1))
                .post("/v1/claims/import")
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
        assertThat(Given.list("subject={s}", subject).getList("items")).hasSize(1);
    }

    @Test
    void whatFailedIsTriedAnew() {
        var key = UUID.randomUUID().toString();
        var subject = unique("failed");
        add(key, "", "{\"figure\":1}").then().statusCode(422).body("code", is("required"));
        add(key, "", claim(subject, 1)).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        add(key, "", claim(subject, 1)).then().statusCode(201).header("Idempotent-Replayed", is("true"));
    }

    @Test
    void inParallelOneRunsAndOneClaimIsMade() throws Exception {
        var key = UUID.randomUUID().toString();
        var subject = unique("parallel");
        var answers = Together.run(32, i -> add(key, "", claim(subject, 1)));
        assertThat(answers).allSatisfy(answer -> {
            if (answer.statusCode() != 201) {
                answer.then().statusCode(409).body("code", is("idempotency_key_in_use"));
            }
        });
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.header("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(Given.list("subject={s}", subject).getList("items")).hasSize(1);
    }

    @Test
    void aFileIsTakenInOnce() {
        var key = UUID.randomUUID().toString();
        var header = "figure,unit,subject,claimant,date,source\n";
        var subject = unique("file");
        var row = "1,people," + subject + ",A,2025,B\n";
        load(key, header + row).then().statusCode(200).body("created", is(1));
        load(key, header + row).then().statusCode(200).body("created", is(1)).header("Idempotent-Replayed", is("true"));
        load(key, header + row + row).then().statusCode(422).body("code", is("idempotency_key_reused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "kéy"})
    void aKeyThatIsNoneIsRefused(String key) throws IOException {
        refused(key);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws IOException {
        refused("a".repeat(256));
    }

    @Test
    void nothingIsToldOfAPurgedClaim() throws SQLException {
        var key = UUID.randomUUID().toString();
        var subject = unique("purged");
        var claim = add(key, "", claim(subject, 1)).header("Location");
        given().header("If-Match", "*").delete(claim + "?purge=true").then().statusCode(204);
        try (var db = database.getConnection();
                var statement = db.createStatement();
                var row = statement.executeQuery("select count(*) from idempotency_key where key = '" + key + "'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
        when().get(claim).then().statusCode(410);
    }

    @Test
    void afterADayItIsForgotten() throws SQLException {
        var key = UUID.randomUUID().toString();
        var subject = unique("old");
        add(key, "", claim(subject, 1)).then().statusCode(201);
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.execute(
                    "update idempotency_key set created_at = now() - interval '25 hours' where key = '" + key + "'");
        }
        add(key, "", claim(subject, 1)).then().statusCode(409).body("code", is("duplicate"));
        add(key, "", claim(subject, 2)).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    private static void refused(String key) throws IOException {
        var answer = Request.of("POST", "/v1/claims")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", key)
                .withBody(claim(unique("no key"), 1))
                .send();
        answer.isProblem(400, "malformed_header");
    }

    private static Response load(String key, String csv) {
        return given().contentType("text/csv;charset=utf-8")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/v1/claims/import");
    }

    private static Response add(String key, String query, String json) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(json)
                .post("/v1/claims" + query);
    }

    private static String claim(String subject, int figure) {
        return "{\"figure\":" + figure + "," + Given.rest(subject) + "}";
    }
}
