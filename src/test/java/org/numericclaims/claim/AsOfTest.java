package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** Every read of claims answers from the record as it stood at an instant. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AsOfTest {

    @Inject
    DataSource database;

    /** A subject whose record was corrected and withdrawn after an instant, and what it was then. */
    private record Corrected(String subject, String slug, String claim, String other, Instant before, Instant then) {

        /** 1,000 for 2024, which the other's 3,000 contradicted, until it was corrected and the other withdrawn. */
        static Corrected made() {
            var subject = unique("as of");
            var before = at(read(Given.claim(unique("earlier"), "\"figure\":1")));
            var claim = Given.claim(subject, "\"figure\":1000,\"period\":\"2024\",\"quote\":\"first words\"");
            var other = Given.claim("\"figure\":3000,\"unit\":\"people\",\"claimant\":\"Other of " + subject
                    + "\",\"subject\":\"" + subject
                    + "\",\"date\":\"2025-01-22\",\"period\":\"2024\",\"source\":\"https://example.org/b\"");
            var then = at(read(other));
            patch(claim, "{\"figure\":2000,\"quote\":\"second words\"}").then().statusCode(200);
            given().header("If-Match", "*").delete(other).then().statusCode(204);
            var slug = read(claim).getString("subject_slug");
            return new Corrected(subject, slug, claim, other, before, then);
        }

        Response ask(String path) {
            return ask(path, then);
        }

        Response ask(String path, Instant instant) {
            return given().queryParam("as_of", instant.toString()).get(path.replace("{slug}", slug));
        }
    }

    @Test
    void aClaimIsAnsweredAsItStood() {
        var claim = Given.claim(unique("one"), "\"figure\":1");
        var first = read(claim);
        patch(claim, "{\"figure\":2}").then().statusCode(200);
        var second = read(claim);
        given().header("If-Match", "*").delete(claim).then().statusCode(204);
        asOf(claim, at(first).minusNanos(1_000)).then().statusCode(404).body("code", is("not_found"));
        assertThat(first.getString("created_at")).isEqualTo(first.getString("updated_at"));
        assertThat(asOf(claim, at(first)).jsonPath().getMap("")).isEqualTo(first.getMap(""));
        assertThat(asOf(claim, at(second).minusNanos(1_000)).jsonPath().getMap(""))
                .isEqualTo(first.getMap(""));
        assertThat(asOf(claim, at(second)).jsonPath().getMap("")).isEqualTo(second.getMap(""));
        asOf(claim, Instant.now()).then().statusCode(200).body("status", is("withdrawn"));
        asOf(claim + "?format=jsonld", at(first)).then().body("about[0].value.toString()", is("1"));
    }

    @Test
    void aListHasTheClaimsThatStoodThen() {
        var made = Corrected.made();
        made.ask("/v1/claims?subject={slug}&sort=date&count=exact")
                .then()
                .statusCode(200)
                .body("items.figure.toString()", is("[1000, 3000]"))
                .body("items.status", contains("active", "active"))
                .body("count", is(2));
        made.ask("/v1/claims?subject={slug}&figure_gte=1000&figure_lte=1000")
                .then()
                .body("items", hasSize(1));
        made.ask("/v1/claims?subject={slug}&q=first words").then().body("items", hasSize(1));
        made.ask("/v1/claims?subject={slug}&q=second").then().body("items", empty());
        made.ask("/v1/claims?subject={slug}", made.before)
                .then()
                .statusCode(200)
                .body("items", empty());
        made.ask("/v1/claims?subject={slug}", Instant.now()).then().body("items.figure.toString()", is("[2000]"));
    }

    @Test
    void pagesOfThePastGoOnBehindEachOther() {
        var made = Corrected.made();
        var first = made.ask("/v1/claims?subject={slug}&limit=1&sort=-figure");
        first.then().body("items.figure.toString()", is("[3000]"));
        given().queryParam("as_of", made.then.toString())
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/v1/claims?subject={slug}&limit=1&sort=-figure", made.slug)
                .then()
                .statusCode(200)
                .body("items.figure.toString()", is("[1000]"));
        given().queryParam("cursor", first.jsonPath().getString("next"))
                .get("/v1/claims?subject={slug}&limit=1&sort=-figure", made.slug)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void aFileHasTheClaimsThatStoodThen(String form) {
        var made = Corrected.made();
        made.ask("/v1/claims?subject={slug}&format=" + form)
                .then()
                .statusCode(200)
                .body(containsString("1000"))
                .body(containsString("3000"))
                .body(not(containsString("2000")));
    }

    @Test
    void facetsCountTheClaimsThatStoodThen() {
        var made = Corrected.made();
        made.ask("/v1/facets?field=claimant&subject={slug}")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        made.ask("/v1/facets?field=claimant&subject={slug}", made.before).then().body("items", empty());
    }

    @Test
    void analysesAreOfTheClaimsThatStoodThen() {
        var made = Corrected.made();
        made.ask("/v1/subjects/{slug}/comparison")
                .then()
                .statusCode(200)
                .body("claim_count", is(2))
                .body("pairs.verdict", contains("contradict"));
        made.ask("/v1/subjects/{slug}/series").then().statusCode(200).body("lines", hasSize(2));
        made.ask("/v1/subjects/{slug}/chart.svg").then().statusCode(200).body(containsString("Other of"));
        made.ask("/v1/subjects/{slug}/implied?period=2024").then().statusCode(200);
        made.ask(made.claim + "/checks").then().statusCode(200).body("counts.contradict", is(1));
        made.ask("/v1/contradictions?subject={slug}").then().statusCode(200).body("items", hasSize(2));
        when().get("/v1/subjects/{slug}/comparison", made.slug).then().body("claim_count", is(1));
        when().get(made.claim + "/checks").then().body("counts.contradict", is(0));
        when().get("/v1/contradictions?subject={slug}", made.slug).then().body("items", empty());
    }

    @Test
    void placesAndReviewsAreThoseOfThen() {
        var claim = Given.claim(unique("parts"), "\"figure\":1");
        var then = at(read(claim));
        var place = given().contentType("application/json")
                .body("{\"source\":\"https://example.org/" + System.nanoTime() + "\",\"date\":\"2025\"}")
                .post(claim + "/appearances");
        place.then().statusCode(201);
        given().contentType("application/json")
                .body("{\"reviewer\":\"A desk\",\"rating\":\"contested\"}")
                .post(claim + "/assessments")
                .then()
                .statusCode(201);
        var between = Instant.now();
        given().header("If-Match", "*").delete(place.header("Location")).then().statusCode(204);
        asOf(claim + "/appearances", then).then().body("items", empty()).body("source_count", is(1));
        asOf(claim + "/appearances", between).then().body("items", hasSize(1)).body("source_count", is(2));
        asOf(claim + "/assessments", then).then().body("items", empty());
        asOf(claim + "/assessments", between).then().body("items", hasSize(1));
        asOf(claim + "?format=jsonld", then).then().body("appearance", hasSize(1));
        asOf(claim + "?format=jsonld", between)
                .then()
                .body("appearance", hasSize(2))
                .body("review", hasSize(1));
        when().get(claim + "/appearances").then().body("items", empty()).body("source_count", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "9999-01-01T00:00:00Z, 422, as_of_in_future, leave it out",
        "2026-11-24T12:00:00+02:00, 400, malformed_parameter, %2B",
        "yesterday, 400, malformed_parameter, 2026-11-24T12:00:00Z"
    })
    void anInstantThatCannotBeAnsweredIsRefused(String asOf, int status, String code, String hint) {
        var subject = read(Given.claim(unique("when"), "\"figure\":1")).getString("subject_slug");
        for (var path : new String[] {
            "/v1/claims?",
            "/v1/claims?format=csv&",
            "/v1/facets?field=year&",
            "/v1/contradictions?",
            "/v1/subjects/" + subject + "/series?",
            "/v1/subjects/" + subject + "/comparison?"
        }) {
            // its + would come as a blank
            var answer = given().urlEncodingEnabled(false).get(path + "as_of=" + asOf);
            answer.then().statusCode(status).body("code", is(code));
            assertThat(answer.jsonPath().getString("errors[0].detail")).contains(hint);
        }
    }

    /** Else the same question would be answered otherwise after it has committed. */
    @Test
    void anInstantIsAnsweredOnlyWhenNothingEarlierCanComeAnyMore() throws Exception {
        var claim = Given.claim(unique("late"), "\"figure\":1");
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            run(late, "update claim set note = 'late' where id = '" + claim.replaceFirst(".*/", "") + "'");
            var during = at(read(claim)).plusNanos(1_000); // it began later
            asOf(claim, during).then().statusCode(200).body("version", is(1));
            asOf("/v1/claims?limit=1", Instant.now())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", is("1"))
                    .body("code", is("as_of_unsettled"));
            var now = Instant.now();
            var waiting = CompletableFuture.supplyAsync(() -> asOf(claim, now));
            late.commit();
            waiting.get(10, TimeUnit.SECONDS).then().statusCode(200).body("note", is("late"));
        }
        asOf(claim, Instant.now()).then().body("version", is(2)).header("ETag", startsWith("\"2-"));
    }

    /** A transaction is recorded as a whole: no instant shows the half of it. */
    @Test
    void allOfATransactionHasOneInstant() throws SQLException {
        var claims =
                new String[] {Given.claim(unique("one"), "\"figure\":1"), Given.claim(unique("two"), "\"figure\":1")};
        try (var db = database.getConnection()) {
            db.setAutoCommit(false);
            for (var claim : claims) {
                run(db, "update claim set figure = 2 where id = '" + claim.replaceFirst(".*/", "") + "'");
                run(db, "select pg_sleep(0.01)");
            }
            db.commit();
        }
        assertThat(read(claims[0]).getString("updated_at"))
                .isEqualTo(read(claims[1]).getString("updated_at"));
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response asOf(String path, Instant instant) {
        return given().queryParam("as_of", instant.toString()).get(path);
    }

    private static Instant at(JsonPath claim) {
        return Instant.parse(claim.getString("updated_at"));
    }

    private static JsonPath read(String address) {
        return when().get(address).then().statusCode(200).extract().jsonPath();
    }
}
