package org.numericclaims.appearance;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AppearanceTest {

    @Inject
    EntityManager em;

    private String claim;
    private String page;

    @BeforeEach
    void keep() {
        var subject = unique("appearing");
        page = "https://example.org/" + subject.replace(' ', '-');
        claim = Given.claim(subject, "\"figure\":5").replaceFirst("^http://[^/]+", "");
    }

    @Test
    void aFurtherPlaceIsKeptWithItsSource() {
        var added = add("{\"source\":\"" + page + "\",\"date\":\"2025-01\",\"quote\":\"So\\n\\\"they\\\" say\"}");
        added.then()
                .statusCode(201)
                .header("Location", endsWith(claim + "/appearances/1"))
                .header("ETag", startsWith("\"1-"))
                .body("n", is(1))
                .body("source", is(page))
                .body("source_id", matchesPattern("[0-9a-f-]{36}"))
                .body("title", nullValue())
                .body("publisher", nullValue())
                .body("date", is("2025-01"))
                .body("quote", is("So\n\"they\" say"))
                .body("created_by", is("local"))
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        var read = when().get(added.header("Location"));
        read.then().statusCode(200).header("ETag", is(added.header("ETag")));
        assertThat(read.asString()).isEqualTo(added.asString());
        given().header("If-None-Match", read.header("ETag"))
                .get(claim + "/appearances/1")
                .then()
                .statusCode(304);
        list("").then().body("items[0].n", is(1)).body("next", nullValue()).body("source_count", is(2));
    }

    @Test
    void theSourceIsOneOfAllSources() {
        var id = source("\"url\":\"" + page + "\",\"title\":\"A title\",\"publisher\":\"A paper\"");
        add("{\"source\":\"" + page.replace("https://example.org", "HTTPS://Example.ORG:443")
                        + "\",\"date\":\"2025\",\"title\":\"ignored\",\"n\":7}")
                .then()
                .statusCode(201)
                .body("n", is(1))
                .body("source_id", is(id))
                .body("source", is(page))
                .body("title", is("A title"))
                .body("publisher", is("A paper"));
        given().header("If-Match", "*")
                .delete("/v1/sources/" + id)
                .then()
                .statusCode(409)
                .body("code", is("in_use"));
    }

    @Test
    void theSameSourceIsOnePlace() {
        var first = added(page);
        added("Another page");
        add("{\"source\":\"" + page + "\",\"date\":\"2020\",\"quote\":\"other words\"}")
                .then()
                .statusCode(409)
                .body("code", is("duplicate"))
                .header("Link", containsString("<" + claim + "/appearances/" + first + ">; rel=\"duplicate\""));
        add("{\"source\":\"https://example.org/a\",\"date\":\"2025\"}")
                .then()
                .statusCode(409)
                .body("code", is("duplicate"))
                .header("Link", is("<" + claim + ">; rel=\"duplicate\""));
        list("").then().body("items.n", contains(1, 2));
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        var gone = claim + "/appearances/" + added(page);
        when().delete(gone).then().statusCode(428).body("code", is("if_match_required"));
        remove(gone, "\"2-x\"").then().statusCode(412).body("code", is("stale"));
        remove(gone, when().get(gone).header("ETag")).then().statusCode(204);
        when().get(gone).then().statusCode(404).body("code", is("not_found"));
        remove(gone, "*").then().statusCode(404);
        list("").then().body("items", empty()).body("source_count", is(1));
        assertThat(added(page)).isEqualTo(2);
        assertThat(kept("removed_at is not null and removed_at >= created_at")).isOne();
    }

    @Test
    void aPageGoesOnBehindTheLast() {
        IntStream.range(0, 5).forEach(i -> added(page + "/" + i));
        remove(claim + "/appearances/2", "*").then().statusCode(204);
        var first = list("?limit=2");
        first.then()
                .body("items.n", contains(1, 3))
                .body("source_count", is(5))
                .header("Link", containsString("rel=\"next\""));
        var next = first.path("next");
        list("?limit=2&cursor=" + next).then().body("items.n", contains(4, 5)).body("next", nullValue());
        given().get(claim + "/assessments?cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, malformed_parameter, limit",
        "limit=501, malformed_parameter, limit",
        "cursor=junk, invalid_cursor, cursor",
        "limt=5, unknown_parameter, limt",
        "limit=1&limit=2, repeated_parameter, limit",
        "cursor=, empty_parameter, cursor"
    })
    void aParameterThatIsWrongIsNamed(String query, String code, String parameter) {
        given().get(claim + "/appearances?" + query)
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void aWithdrawnClaimKeepsItsPlaces() {
        added(page);
        given().header("If-Match", "*").delete(claim).then().statusCode(204);
        added("A later find");
        list("").then().body("items.n", contains(1, 2));
    }

    @Test
    void whoAddsItIsKept() {
        QuarkusTransaction.requiringNew().run(() -> {
            em.createNativeQuery("set local claims.changed_by = 'Ann'").executeUpdate();
            em.createNativeQuery("insert into appearance (claim_id, number, source_id, date)"
                            + " select id, 1, source_id, '2025' from claim where id = cast(:id as uuid)")
                    .setParameter("id", claim.replaceFirst(".*/", ""))
                    .executeUpdate();
        });
        when().get(claim + "/appearances/1").then().statusCode(200).body("created_by", is("Ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "one", "1.0", "01", "99999999999", "1%20"})
    void aNumberThatIsNotThereIsNotFound(String number) {
        added(page);
        var request = given().urlEncodingEnabled(false).header("If-Match", "*");
        request.get(claim + "/appearances/" + number).then().statusCode(404).body("code", is("not_found"));
        request.delete(claim + "/appearances/" + number).then().statusCode(404).body("code", is("not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
    void aClaimThatIsNotThereIsNotFound(String id) {
        var path = "/v1/claims/" + id + "/appearances";
        when().get(path).then().statusCode(404).body("code", is("not_found"));
        when().get(path + "/1").then().statusCode(404).body("code", is("not_found"));
        remove(path + "/1", "*").then().statusCode(404);
        post(path, body("A page")).then().statusCode(404).body("code", is("not_found"));
        post(path, "{\"date\":\"2025-02-30\"}").then().statusCode(404);
        post(path, "{\"date\":2025}").then().statusCode(400);
    }

    @Test
    void anIdInUpperCaseIsTheSameClaim() {
        var id = claim.replaceFirst(".*/", "");
        var path = "/v1/claims/" + id.toUpperCase(Locale.ROOT) + "/appearances";
        post(path, body(page)).then().statusCode(201).header("Location", endsWith(claim + "/appearances/1"));
        when().get(path).then().body("items.n", contains(1));
    }

    @Test
    void manyAtOnceGetNumbersOfTheirOwn() throws Exception {
        var numbers = Together.run(
                16,
                i -> add(body(page + "/" + i)).then().statusCode(201).extract().<Integer>path("n"));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void ofManyWithOneSourceOneIsKept() throws Exception {
        var statuses = Together.run(16, i -> add(body(page)).statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
        list("").then().body("items.n", contains(1));
    }

    @Test
    void whatIsRefusedLeavesNoSourceBehind() {
        post("/v1/claims/" + UUID.randomUUID() + "/appearances", body(page))
                .then()
                .statusCode(404);
        add("{\"source\":\"" + page + "\"}").then().statusCode(422);
        when().get("/v1/sources?q={page}", page).then().body("items.findAll { it.url == '" + page + "' }", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"date":"2025"}                                              | 422 | required           | /source
            {"source":null,"date":"2025"}                                | 422 | required           | /source
            {"source":"\\u200b ","date":"2025"}                          | 422 | blank              | /source
            {"source":"A book"}                                          | 422 | required           | /date
            {"source":"A book","date":null}                              | 422 | required           | /date
            {"source":"A book","date":" "}                               | 422 | blank              | /date
            {"source":7,"date":"2025"}                                   | 400 | wrong_type         | /source
            {"source":["A book"],"date":"2025"}                          | 400 | wrong_type         | /source
            {"source":"A book","date":2025}                              | 400 | wrong_type         | /date
            {"source":"A book","date":"2025","quote":true}               | 400 | wrong_type         | /quote
            {"source":"A book","date":"2025","qoute":"a"}                | 400 | unknown_field      | /qoute
            {"source":"A book","date":"2025","removed_at":"a"}           | 400 | unknown_field      | /removed_at
            {"source":"javascript:alert(1)","date":"2025"}               | 422 | url_scheme         | /source
            {"source":"JaVa\\tScript:alert(1)","date":"2025"}            | 422 | url_scheme         | /source
            {"source":"data:text/html,a","date":"2025"}                  | 422 | url_scheme         | /source
            {"source":"file:///etc/passwd","date":"2025"}                | 422 | url_scheme         | /source
            {"source":"ftp://example.org","date":"2025"}                 | 422 | url_scheme         | /source
            {"source":"https://","date":"2025"}                          | 422 | malformed_url      | /source
            {"source":"http:///a","date":"2025"}                         | 422 | malformed_url      | /source
            {"source":"https://a b/","date":"2025"}                      | 422 | malformed_url      | /source
            {"source":"https://a.example:99999","date":"2025"}           | 422 | malformed_url      | /source
            {"source":"https://user:pw@a.example","date":"2025"}         | 422 | url_has_password   | /source
            {"source":"https://a.example/\\u0000","date":"2025"}         | 422 | nul_character      | /source
            {"source":"https://a.example/\\ud800","date":"2025"}         | 422 | unpaired_surrogate | /source
            {"source":"A\\nbook","date":"2025"}                          | 422 | control_character  | /source
            {"source":"A\\u202ebook","date":"2025"}                      | 422 | bidi_control       | /source
            {"source":"00000000-0000-0000-0000-000000000000","date":"1"} | 422 | unknown_source     | /source
            {"source":"A book","date":"2025-02-30"}                      | 422 | impossible_date    | /date
            {"source":"A book","date":"1900-02-29"}                      | 422 | impossible_date    | /date
            {"source":"A book","date":"2025-13"}                         | 422 | impossible_date    | /date
            {"source":"A book","date":"0000"}                            | 422 | malformed_date     | /date
            {"source":"A book","date":"2025-1-5"}                        | 422 | malformed_date     | /date
            {"source":"A book","date":"20250105"}                        | 422 | malformed_date     | /date
            {"source":"A book","date":"1/5/2025"}                        | 422 | malformed_date     | /date
            {"source":"A book","date":" 2025"}                           | 422 | malformed_date     | /date
            {"source":"A book","date":"2025\\n"}                         | 422 | malformed_date     | /date
            {"source":"A book","date":"２０２５"}                            | 422 | malformed_date     | /date
            {"source":"A book","date":"2024/2025"}                       | 422 | malformed_date     | /date
            {"source":"A book","date":"2025-01-21T12:00:00Z"}            | 422 | malformed_date     | /date
            {"source":"A book","date":"2025","quote":"a\\u0000"}         | 422 | nul_character      | /quote
            {"source":"A book","date":"2025","quote":"\\udc00"}          | 422 | unpaired_surrogate | /quote
            {"source":"A book","date":"2025","quote":"\\u001b"}          | 422 | control_character  | /quote
            """)
    void aFieldThatIsWrongIsNamed(String body, int status, String code, String pointer) {
        add(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("instance", is(claim + "/appearances"))
                .body("request_id", notNullValue())
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
        list("").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -               | 400 | empty_body
            null            | 400 | empty_body
            []              | 400 | not_an_object
            "A book"        | 400 | not_an_object
            {"source":}     | 400 | invalid_json
            {}x             | 400 | invalid_json
            {"n":1,"n":1}   | 400 | duplicate_key
            {}              | 422 | required
            """)
    void aBodyThatIsNoneIsRefused(String body, int status, String code) {
        add(body == null ? " " : body).then().statusCode(status).body("code", is(code));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        add("{\"source\":\"ftp://example.org\",\"date\":\"2025-00\",\"quote\":\"\\u0000\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/source", "/date", "/quote"));
        given().contentType("text/plain")
                .body("a")
                .post(claim + "/appearances")
                .then()
                .statusCode(415);
    }

    @Test
    void whatIsTooLongIsRefused() {
        add("{\"source\":\"https://example.org/" + "a".repeat(2_029) + "\",\"date\":\"2025\"}")
                .then()
                .statusCode(422)
                .body("code", is("too_long"));
        add("{\"source\":\"A book\",\"date\":\"2025\",\"quote\":\"" + "я".repeat(20_001) + "\"}")
                .then()
                .statusCode(422)
                .body("code", is("too_long"));
        add("{\"source\":\"A book\",\"date\":\"2025\",\"quote\":\"" + "я".repeat(20_000) + "\"}")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</text>]]>",
                "{{7*7}}",
                "'; drop table appearance",
                "%_\\\\",
                "=1+1",
                "..",
                "🇺🇦 北京",
                "Reuters: 5 dead",
                "The Times, p. 4"
            })
    void whatLooksLikeMoreIsKeptAsItIs(String text) {
        var added = add("{\"source\":\"" + text + "\",\"date\":\"0001\",\"quote\":\"" + text + "\"}");
        var shown = text.replace("\\\\", "\\");
        added.then().statusCode(201).body("source", is(shown)).body("quote", is(shown));
        list("").then().body("items.quote", contains(shown)).header("X-Content-Type-Options", is("nosniff"));
    }

    @Test
    void aQuoteMayTurnItsDirectionAndABlankOneIsNone() {
        add("{\"source\":\"A book\",\"date\":\"2025\",\"quote\":\"\\u202e\\tabc\"}")
                .then()
                .statusCode(201)
                .body("quote", is("\u202e\tabc"));
        add("{\"source\":\"" + page + "\",\"date\":\"2025\",\"quote\":\"\\u200b\"}")
                .then()
                .statusCode(201)
                .body("quote", nullValue());
    }

    @Test
    void anAddressIsNeverFetched() {
        added("http://169.254.169.254/");
    }

    @Test
    void twentyArticlesOfOneAgencyAreOneSource() {
        var agency = unique("Agency");
        for (int i = 0; i < 20; i++) {
            source("\"url\":\"" + page + "/" + i + "\",\"publisher\":\"" + agency + "\"");
            added(page + "/" + i);
        }
        list("").then().body("source_count", is(2)); // and the claim's own
        source("\"url\":\"" + page + "\",\"publisher\":\"" + unique("Another") + "\"");
        added(page);
        list("").then().body("source_count", is(3));
        added("A leaflet");
        list("").then().body("source_count", is(4));
    }

    @Test
    void aMergedSourceTakesItsAppearancesAlong() {
        var from = source("\"url\":\"" + page + "/from\"");
        var into = source("\"url\":\"" + page + "/into\"");
        added(page + "/from");
        merge(from, into);
        when().get(claim + "/appearances/1").then().body("source_id", is(into)).body("source", is(page + "/into"));
        list("").then().body("source_count", is(2));
        add(body(page + "/from")).then().statusCode(409).header("Link", containsString("/appearances/1>"));
    }

    @Test
    void ofTwoThatAMergerMakesOneTheMovedOneGoes() {
        var from = source("\"url\":\"" + page + "/from\"");
        var into = source("\"url\":\"" + page + "/into\"");
        added(page + "/from");
        added(page + "/into");
        merge(from, into);
        list("").then().body("items.n", contains(2)).body("items.source_id", contains(into));
        when().get(claim + "/appearances/1").then().statusCode(404);
        assertThat(kept("removed_at is not null")).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceThatAMergerMakesTheClaimsOwnGoes(boolean claimMoves) {
        var own = source("\"url\":\"" + page + "/own\"");
        Given.patch(claim, "{\"source\":\"" + page + "/own\"}").then().statusCode(200);
        var other = source("\"url\":\"" + page + "/other\"");
        added(page + "/other");
        merge(claimMoves ? own : other, claimMoves ? other : own);
        list("").then().body("items", empty()).body("source_count", is(1));
        when().get(claim).then().body("source_id", is(claimMoves ? other : own));
    }

    @Test
    void aPlaceThatACorrectionMakesTheClaimsOwnGoes() {
        added(page);
        added(page + "/stays");
        Given.patch(claim, "{\"source\":\"" + page + "\"}").then().statusCode(200);
        list("").then().body("items.n", contains(2)).body("source_count", is(2));
    }

    private int added(String source) {
        return add(body(source)).then().statusCode(201).extract().path("n");
    }

    private Response add(String json) {
        return post(claim + "/appearances", json);
    }

    private Response list(String query) {
        var answer = when().get(claim + "/appearances" + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static String body(String source) {
        return "{\"source\":\"" + source + "\",\"date\":\"2025-01-22\"}";
    }

    private static String source(String fields) {
        return post("/v1/sources", "{" + fields + "}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void merge(String from, String into) {
        post("/v1/sources/" + from + "/merge", "{\"into\":\"" + into + "\"}")
                .then()
                .statusCode(200);
    }

    private static Response post(String path, String json) {
        return given().contentType(ContentType.JSON).body(json).post(path);
    }

    private static Response remove(String path, String ifMatch) {
        return given().header("If-Match", ifMatch).delete(path);
    }

    /** How many rows of the claim are so. */
    private long kept(String condition) {
        var sql = "select count(*) from appearance where claim_id = cast(:id as uuid) and " + condition;
        return QuarkusTransaction.requiringNew().call(() -> (Long) em.createNativeQuery(sql, Long.class)
                .setParameter("id", claim.replaceFirst(".*/", ""))
                .getSingleResult());
    }
}
