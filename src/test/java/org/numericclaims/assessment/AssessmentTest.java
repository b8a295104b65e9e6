package org.numericclaims.assessment;

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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
class AssessmentTest {

    private static final String WHOLE =
            "{\"reviewer\":\"The Fact Checkers\",\"rating\":\"plausible\",\"label\":\"Mostly true\","
                    + "\"explanation\":\"By its words.\\nSee above.\",\"url\":\"https://example.org/review\",\"date\":\"2025-01\"}";

    private String claim;

    @BeforeEach
    void keep() {
        claim = Given.claim(unique("assessed"), "\"figure\":5").replaceFirst("^http://[^/]+", "");
    }

    @Test
    void whatAReviewerSaysIsKept() {
        var added = add(WHOLE);
        added.then()
                .statusCode(201)
                .header("Location", endsWith(claim + "/assessments/1"))
                .header("ETag", startsWith("\"1-"))
                .body("n", is(1))
                .body("reviewer", is("The Fact Checkers"))
                .body("rating", is("plausible"))
                .body("label", is("Mostly true"))
                .body("explanation", is("By its words.\nSee above."))
                .body("url", is("https://example.org/review"))
                .body("date", is("2025-01"))
                .body("created_by", is("local"))
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        var read = when().get(added.header("Location"));
        read.then().statusCode(200).header("ETag", is(added.header("ETag")));
        assertThat(read.asString()).isEqualTo(added.asString());
        given().header("If-None-Match", read.header("ETag"))
                .get(claim + "/assessments/1")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "plausible", "contested", "unsupported", "false", "unverifiable"})
    void reviewerAndRatingAreEnough(String rating) {
        add(said("A reviewer", rating))
                .then()
                .statusCode(201)
                .body("rating", is(rating))
                .body("label", nullValue())
                .body("explanation", nullValue())
                .body("url", nullValue())
                .body("date", nullValue());
    }

    @Test
    void theSameToTheLetterIsADuplicate() {
        added(WHOLE);
        added(said("A reviewer", "false"));
        add(WHOLE.replace("{", "{\"n\":7,"))
                .then()
                .statusCode(409)
                .body("code", is("duplicate"))
                .header("Link", is("<" + claim + "/assessments/1>; rel=\"duplicate\""));
        add(said("A reviewer", "false")).then().statusCode(409).header("Link", containsString("/assessments/2>"));
        added(WHOLE.replace("plausible", "contested"));
        added(WHOLE.replace("Mostly", "Quite"));
        added(WHOLE.replace("above", "below"));
        added(WHOLE.replace("/review", "/review2"));
        added(WHOLE.replace("2025-01", "2025-02"));
        added(WHOLE.replace("The Fact", "Other Fact"));
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        var gone = claim + "/assessments/" + added(WHOLE);
        when().delete(gone).then().statusCode(428).body("code", is("if_match_required"));
        remove(gone, "\"2-x\"").then().statusCode(412).body("code", is("stale"));
        remove(gone, when().get(gone).header("ETag")).then().statusCode(204);
        when().get(gone).then().statusCode(404).body("code", is("not_found"));
        remove(gone, "*").then().statusCode(404);
        list("").then().body("items", empty());
        assertThat(added(WHOLE)).isEqualTo(2);
    }

    @Test
    void aPageGoesOnBehindTheLast() {
        IntStream.range(0, 5).forEach(i -> added(said("Reviewer " + i, "false")));
        remove(claim + "/assessments/2", "*").then().statusCode(204);
        var first = list("?limit=2");
        first.then().body("items.n", contains(1, 3)).header("Link", containsString("rel=\"next\""));
        list("?limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.n", contains(4, 5))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, malformed_parameter, limit",
        "limit=501, malformed_parameter, limit",
        "cursor=junk, invalid_cursor, cursor",
        "ratng=false, unknown_parameter, ratng",
        "limit=1&limit=2, repeated_parameter, limit"
    })
    void aParameterThatIsWrongIsNamed(String query, String code, String parameter) {
        given().get(claim + "/assessments?" + query)
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void aWithdrawnClaimIsAssessedToo() {
        given().header("If-Match", "*").delete(claim).then().statusCode(204);
        added(WHOLE);
        list("").then().body("items.n", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "one", "1.0", "01", "99999999999"})
    void aNumberThatIsNotThereIsNotFound(String number) {
        added(WHOLE);
        var path = claim + "/assessments/" + number;
        when().get(path).then().statusCode(404).body("code", is("not_found"));
        remove(path, "*").then().statusCode(404).body("code", is("not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
    void aClaimThatIsNotThereIsNotFound(String id) {
        var path = "/v1/claims/" + id + "/assessments";
        when().get(path).then().statusCode(404).body("code", is("not_found"));
        when().get(path + "/1").then().statusCode(404).body("code", is("not_found"));
        remove(path + "/1", "*").then().statusCode(404);
        post(path, WHOLE).then().statusCode(404).body("code", is("not_found"));
        post(path, "{\"rating\":\"maybe\"}").then().statusCode(404);
        post(path, "{\"rating\":1}").then().statusCode(400);
    }

    @Test
    void manyAtOnceGetNumbersOfTheirOwn() throws Exception {
        var numbers = Together.run(16, i -> added(said("Reviewer " + i, "false")));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void ofManyThatSayTheSameOneIsKept() throws Exception {
        var statuses = Together.run(16, i -> add(WHOLE).statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
        list("").then().body("items.n", contains(1));
    }

    /** Each instead of the field of an assessment that has no fault; null takes it out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reviewer    | null                          | 422 | required
            reviewer    | ""                            | 422 | blank
            reviewer    | " \\u200b"                    | 422 | blank
            reviewer    | 7                             | 400 | wrong_type
            reviewer    | ["A"]                         | 400 | wrong_type
            reviewer    | "A\\nB"                       | 422 | control_character
            reviewer    | "\\u0000"                     | 422 | blank
            reviewer    | "A\\u0000"                    | 422 | nul_character
            reviewer    | "\\ud800"                     | 422 | unpaired_surrogate
            reviewer    | "A\\u202eB"                   | 422 | bidi_control
            reviewer    | "A\\u2066B"                   | 422 | bidi_control
            rating      | null                          | 422 | required
            rating      | ""                            | 422 | unknown_value
            rating      | "True"                        | 422 | unknown_value
            rating      | "FALSE"                       | 422 | unknown_value
            rating      | "mostly_true"                 | 422 | unknown_value
            rating      | false                         | 400 | wrong_type
            rating      | 1                             | 400 | wrong_type
            label       | true                          | 400 | wrong_type
            label       | "A\\tB"                       | 422 | control_character
            label       | "A\\u0000"                    | 422 | nul_character
            explanation | {}                            | 400 | wrong_type
            explanation | "A\\u0000"                    | 422 | nul_character
            explanation | "\\udfff"                     | 422 | unpaired_surrogate
            explanation | "\\u001b"                     | 422 | control_character
            url         | 1                             | 400 | wrong_type
            url         | "javascript:alert(1)"         | 422 | url_scheme
            url         | "JaVa\\tScript:alert(1)"      | 422 | url_scheme
            url         | "data:text/html,a"            | 422 | url_scheme
            url         | "file:///etc/passwd"          | 422 | url_scheme
            url         | "ftp://example.org"           | 422 | url_scheme
            url         | "https://"                    | 422 | malformed_url
            url         | "http:///a"                   | 422 | malformed_url
            url         | "https://a b/"                | 422 | malformed_url
            url         | "https://a.example:99999"     | 422 | malformed_url
            url         | "The Times, p. 4"             | 422 | malformed_url
            url         | "https://user:pw@a.example"   | 422 | url_has_password
            url         | "https://a.example/\\n"       | 422 | control_character
            date        | 2025                          | 400 | wrong_type
            date        | "2025-02-30"                  | 422 | impossible_date
            date        | "2025-00"                     | 422 | impossible_date
            date        | "10000"                       | 422 | malformed_date
            date        | "-0044"                       | 422 | malformed_date
            date        | "2025?"                       | 422 | malformed_date
            date        | "2025-W03"                    | 422 | malformed_date
            date        | " 2025 "                      | 422 | malformed_date
            date        | "2024/2025"                   | 422 | malformed_date
            verdict     | "false"                       | 400 | unknown_field
            """)
    void aFieldThatIsWrongIsNamed(String field, String value, int status, String code) {
        var others = WHOLE.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
        add(others.replace("{", "{\"" + field + "\":" + value + ","))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("instance", is(claim + "/assessments"))
                .body("request_id", notNullValue())
                .body("errors[0].pointer", is("/" + field))
                .body("errors[0].code", is(code));
        list("").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -               | 400 | empty_body
            null            | 400 | empty_body
            []              | 400 | not_an_object
            {"rating":}     | 400 | invalid_json
            {}x             | 400 | invalid_json
            {"n":1,"n":1}   | 400 | duplicate_key
            {}              | 422 | required
            """)
    void aBodyThatIsNoneIsRefused(String body, int status, String code) {
        add(body == null ? " " : body).then().statusCode(status).body("code", is(code));
    }

    @ParameterizedTest
    @CsvSource({"reviewer, 300", "label, 300", "explanation, 20000"})
    void whatIsTooLongIsRefused(String field, int limit) {
        var others = WHOLE.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "");
        add(others.replace("{", "{\"" + field + "\":\"" + "я".repeat(limit + 1) + "\","))
                .then()
                .statusCode(422)
                .body("code", is("too_long"))
                .body("errors.pointer", contains("/" + field));
        added(others.replace("{", "{\"" + field + "\":\"" + "я".repeat(limit) + "\","));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        add("{\"rating\":\"maybe\",\"url\":\"ftp://example.org\",\"date\":\"2025-00\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reviewer", "/rating", "/url", "/date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</text>]]>",
                "{{7*7}}",
                "'; drop table assessment",
                "%_\\\\",
                "=1+1",
                "🇺🇦 北京",
                "Cyrillic Аpple"
            })
    void whatLooksLikeMoreIsKeptAsItIs(String text) {
        var shown = text.replace("\\\\", "\\");
        add("{\"reviewer\":\"" + text + "\",\"rating\":\"false\",\"label\":\"" + text + "\",\"explanation\":\"" + text
                        + "\"}")
                .then()
                .statusCode(201)
                .body("reviewer", is(shown))
                .body("label", is(shown))
                .body("explanation", is(shown));
    }

    @Test
    void anAddressIsShownAsGivenAndNeverFetched() {
        add(WHOLE.replace("https://example.org/review", "HTTP://169.254.169.254:80/"))
                .then()
                .statusCode(201)
                .body("url", is("HTTP://169.254.169.254:80/"));
    }

    private int added(String json) {
        return add(json).then().statusCode(201).extract().path("n");
    }

    private Response add(String json) {
        return post(claim + "/assessments", json);
    }

    private Response list(String query) {
        var answer = when().get(claim + "/assessments" + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static String said(String reviewer, String rating) {
        return "{\"reviewer\":\"" + reviewer + "\",\"rating\":\"" + rating + "\"}";
    }

    private static Response post(String path, String json) {
        return given().contentType(ContentType.JSON).body(json).post(path);
    }

    private static Response remove(String path, String ifMatch) {
        return given().header("If-Match", ifMatch).delete(path);
    }
}
