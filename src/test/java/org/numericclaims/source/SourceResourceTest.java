package org.numericclaims.source;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SourceResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Test
    void oneIsAddedReadAndListed() {
        var url = "HTTPS://Example.org/" + NEXT.incrementAndGet();
        var added = post("{\"url\":\"" + url + "\",\"title\":\"A title\",\"publisher\":\"The Times\","
                + "\"published\":\"2025-01\",\"archive_url\":\"https://archive.example.org/a\","
                + "\"language\":\"pt-BR\"}");
        added.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/sources/[0-9a-f-]{36}"))
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""));
        when().get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", is(added.header("ETag")))
                .body("url", is(url))
                .body("citation", nullValue())
                .body("title", is("A title"))
                .body("publisher", is("The Times"))
                .body("published", is("2025-01"))
                .body("archive_url", is("https://archive.example.org/a"))
                .body("language", is("pt-BR"))
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        when().get("/v1/sources?q={url}", url).then().statusCode(200).body("items.url", hasItem(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | 422 | required           | /url
            {"url":" ","citation":"\\u200b"}               | 422 | required           | /url
            {"title":"a"}                                  | 422 | required           | /url
            {"url":7}                                      | 400 | wrong_type         | /url
            {"citation":["a"]}                             | 400 | wrong_type         | /citation
            {"url":"https://a.example","uri":"b"}          | 400 | unknown_field      | /uri
            {"url":"javascript:alert(1)"}                  | 422 | url_scheme         | /url
            {"url":"JaVa\\tScript:alert(1)"}               | 422 | url_scheme         | /url
            {"url":"data:text/html,a"}                     | 422 | url_scheme         | /url
            {"url":"file:///etc/passwd"}                   | 422 | url_scheme         | /url
            {"url":"ftp://example.org"}                    | 422 | url_scheme         | /url
            {"url":"https://"}                             | 422 | malformed_url      | /url
            {"url":"http:///a"}                            | 422 | malformed_url      | /url
            {"url":"https://a b/"}                         | 422 | malformed_url      | /url
            {"url":"https://a.example:99999"}              | 422 | malformed_url      | /url
            {"url":"Reuters: 5 dead"}                      | 422 | malformed_url      | /url
            {"url":"https://user:pw@a.example"}            | 422 | url_has_password   | /url
            {"url":"https://a.example/\\u0000"}            | 422 | nul_character      | /url
            {"url":"https://a.example/\\ud800"}            | 422 | unpaired_surrogate | /url
            {"url":"https://a.example/\\n"}                | 422 | control_character  | /url
            {"citation":"a\\nb"}                           | 422 | control_character  | /citation
            {"citation":"a\\u202eb"}                       | 422 | bidi_control       | /citation
            {"citation":"https://a.example"}               | 422 | url_as_citation    | /citation
            {"citation":"javascript:alert(1)"}             | 422 | url_scheme         | /citation
            {"citation":"a","archive_url":"data:,a"}       | 422 | url_scheme         | /archive_url
            {"citation":"a","archive_url":"a"}             | 422 | malformed_url      | /archive_url
            {"citation":"a","published":2025}              | 400 | wrong_type         | /published
            {"citation":"a","published":"2025-02-30"}      | 422 | impossible_date    | /published
            {"citation":"a","published":"1/5/2025"}        | 422 | malformed_date     | /published
            {"citation":"a","published":"2025\\n"}         | 422 | malformed_date     | /published
            {"citation":"a","published":"2024/2025"}       | 422 | malformed_date     | /published
            {"citation":"a","language":"English, please"}  | 422 | malformed_value    | /language
            {"citation":"a","publisher":"a\\u202eb"}       | 422 | bidi_control       | /publisher
            """)
    void aFieldThatIsWrongIsNamed(String body, int status, String code, String pointer) {
        post(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("instance", is("/v1/sources"))
                .body("request_id", notNullValue())
                .body("errors.size()", is(1))
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
    }

    @Test
    void whatIsTooLongIsRefused() {
        var long1 = "https://example.org/" + "a".repeat(2_029);
        post("{\"url\":\"" + long1 + "\"}").then().statusCode(422).body("code", is("too_long"));
        post("{\"url\":\"" + long1.substring(1_000) + "\"}").then().statusCode(422);
        post("{\"url\":\"https://example.org/" + "я".repeat(2_028) + "\"}")
                .then()
                .statusCode(201);
        post("{\"citation\":\"" + "я".repeat(2_001) + "\"}")
                .then()
                .statusCode(422)
                .body("code", is("too_long"));
        post("{\"citation\":\"" + "ﷺ".repeat(2_000) + "\"}").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reuters: 5 dead", "The Times, p. 4", "<script>alert(1)</script>", "'; drop table source"})
    void aCitationIsKeptAsItIs(String citation) {
        var own = citation + " " + NEXT.incrementAndGet(); // other tests cite such places too
        post("{\"citation\":\"" + own + "\"}").then().statusCode(201).body("citation", is(own));
    }

    @Test
    void anAddressIsNeverFetched() {
        post("{\"url\":\"http://169.254.169.254/latest\"}").then().statusCode(201);
    }

    @Test
    void twoSpellingsOfAnAddressAreOneSource() {
        var id = id("HTTPS://Spelt.Example.ORG:443/" + NEXT.incrementAndGet());
        var other = "https://spelt.example.org/" + NEXT.get();
        post("{\"url\":\"" + other + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("name_taken"))
                .header("Link", containsString("/v1/sources/" + id));
        var cited = "Herald " + NEXT.incrementAndGet();
        cited(cited);
        post("{\"url\":\"" + other + "/b\",\"citation\":\"" + cited.toUpperCase(Locale.ROOT) + "\"}")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "..%2f"})
    void whatIsNoIdIsNotFound(String id) {
        given().urlEncodingEnabled(false).get("/v1/sources/" + id).then().statusCode(404);
    }

    @Test
    void anIdIsTheSameInUpperCase() {
        var id = cited(unique());
        when().get("/v1/sources/" + id.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", is(id));
    }

    @Test
    void aChangeNeedsTheNewestETag() {
        var address = "/v1/sources/" + cited(unique());
        var body = "{\"publisher\":\"P\"}";
        patch(address, null, body).then().statusCode(428).body("code", is("if_match_required"));
        patch(address, "\"7-x\"", body).then().statusCode(412).body("code", is("stale"));
        patch(address, "\"1-x\"", body)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("publisher", is("P"));
        patch(address, "*", "{\"citation\":null}").then().statusCode(422).body("code", is("required"));
    }

    @Test
    void aChangeThatChangesNothingKeepsTheVersion() {
        var address = "/v1/sources/" + cited(unique());
        var shown = when().get(address);
        given().contentType(ContentType.JSON)
                .header("If-Match", shown.header("ETag"))
                .body(shown.asString())
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", is(shown.header("ETag")));
    }

    @Test
    void readOnlyFieldsStayAsTheyAre() {
        var address = "/v1/sources/" + cited(unique());
        patch(address, "*", "{\"id\":\"" + UUID.randomUUID() + "\",\"version\":9}")
                .then()
                .statusCode(422)
                .body("code", is("id_mismatch"))
                .body("errors[1].code", is("read_only"));
    }

    @Test
    void aMergedOneLeadsToItsTargetForGood() {
        var citation = unique();
        var a = cited(citation);
        var b = cited(unique());
        var c = id("https://merged.example.org/" + NEXT.incrementAndGet());
        merge(a, b).then().statusCode(200).body("id", is(b));
        merge(b, c.toUpperCase(Locale.ROOT)).then().statusCode(200).body("id", is(c));
        for (var old : List.of(a, b)) {
            given().redirects()
                    .follow(false)
                    .get("/v1/sources/" + old + "?x=%20")
                    .then()
                    .statusCode(400);
            given().redirects()
                    .follow(false)
                    .get("/v1/sources/" + old)
                    .then()
                    .statusCode(308)
                    .header("Location", containsString("/v1/sources/" + c));
        }
        patch("/v1/sources/" + c, "*", "{\"title\":\"T\"}").then().statusCode(200);
        post("{\"citation\":\"" + citation + "\"}")
                .then()
                .statusCode(409)
                .header("Link", containsString("/v1/sources/" + c));
        merge(c, a).then().statusCode(422).body("code", is("merge_into_itself"));
        merge(c, "nothing").then().statusCode(422).body("code", is("unknown_source"));
        given().header("If-Match", "*")
                .delete("/v1/sources/" + c)
                .then()
                .statusCode(409)
                .body("code", is("in_use"));
        when().get("/v1/sources?limit=500").then().body("items.id", not(hasItem(a)));
    }

    @Test
    void mergingFillsWhatTheTargetHasNot() {
        var citation = unique();
        var url = "https://filled.example.org/" + NEXT.incrementAndGet();
        merge(cited(citation), id(url))
                .then()
                .statusCode(200)
                .body("url", is(url))
                .body("citation", is(citation));
    }

    @Test
    void whatNothingUsesIsRemovedAndItsNamesAreFree() {
        var citation = unique();
        var address = "/v1/sources/" + cited(citation);
        given().header("If-Match", "\"2-x\"").delete(address).then().statusCode(412);
        given().header("If-Match", "*").delete(address).then().statusCode(204);
        when().get(address).then().statusCode(404);
        cited(citation);
    }

    @Test
    void ofManyWithOneAddressOneIsMade() throws Exception {
        var url = "https://twin.example.org/" + NEXT.incrementAndGet();
        var statuses = Together.run(16, n -> post("{\"url\":\"" + url + "\"}").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(s -> s != 201)
                .hasSize(15)
                .containsOnly(409);
    }

    @Test
    void pagesFollowWithoutAGapOrARepeat() {
        for (int i = 0; i < 5; i++) {
            cited(unique());
        }
        var whole = when().get("/v1/sources?limit=500").jsonPath().getList("items.id", String.class);
        var paged = new ArrayList<String>();
        var next = "/v1/sources?limit=50";
        while (next != null) {
            var page = when().get(next);
            paged.addAll(page.jsonPath().getList("items.id", String.class));
            var link = page.header("Link");
            next = link == null ? null : link.replaceFirst("<[a-z]+://[^/]+(.*)>; rel=\"next\"", "$1");
        }
        assertThat(paged).startsWith(whole.toArray(String[]::new)).isSorted().doesNotHaveDuplicates();
        when().get("/v1/sources?query=times").then().statusCode(400).body("code", is("unknown_parameter"));
    }

    @Test
    void theCursorOfAnotherListIsRefused() {
        cited(unique());
        cited(unique());
        var cursor = when().get("/v1/sources?limit=1").jsonPath().getString("next");
        when().get("/v1/subjects?cursor=" + cursor).then().statusCode(400).body("code", is("invalid_cursor"));
    }

    private static String unique() {
        return "Gazette, p. " + NEXT.incrementAndGet();
    }

    private static String id(String url) {
        return post("{\"url\":\"" + url + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String cited(String citation) {
        return post("{\"citation\":\"" + citation + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/sources");
    }

    private static Response patch(String address, String ifMatch, String body) {
        var request = given().contentType("application/merge-patch+json;charset=utf-8")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(address);
    }

    private static Response merge(String id, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/sources/" + id + "/merge");
    }
}
