package org.numericclaims.subject;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SubjectResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Test
    void oneIsAddedReadAndListed() {
        var name = unique("Killed");
        var added =
                post("{\"name\":\"" + name + "\",\"definition\":\"Who died.\\n\\tOf whatever cause.\",\"kind\":\"net\","
                        + "\"aliases\":[\"" + name + " (deaths)\"],\"span\":\"2022-02-24/..\"}");
        added.then()
                .statusCode(201)
                .header("Location", containsString("/v1/subjects/killed-"))
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""));
        when().get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", is(added.header("ETag")))
                .body("name", is(name))
                .body("definition", is("Who died.\n\tOf whatever cause."))
                .body("kind", is("net"))
                .body("aliases", contains(name + " (deaths)"))
                .body("broader", nullValue())
                .body("span", is("2022-02-24/.."))
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        when().get("/v1/subjects?q={name}", name).then().statusCode(200).body("items.name", hasItem(name));
    }

    @Test
    void thePartsOfASubjectAreListed() {
        var wide = unique("Wide");
        var slug = post("{\"name\":\"" + wide + "\"}").<String>path("slug");
        var parts = Stream.of("A", "B", "C")
                .map(part -> post("{\"name\":\"" + unique(part) + "\",\"broader\":\"" + slug + "\"}")
                        .<String>path("slug"))
                .toList();
        post("{\"name\":\"" + unique("Deeper") + "\",\"broader\":\"" + parts.get(0) + "\"}");
        when().get("/v1/subjects?broader={name}&count=exact", wide)
                .then()
                .statusCode(200)
                .body("items.slug", is(parts))
                .body("count", is(3));
        var first = when().get("/v1/subjects?broader={slug}&limit=2", slug).jsonPath();
        assertThat(first.getList("items.slug")).isEqualTo(parts.subList(0, 2));
        when().get("/v1/subjects?broader={slug}&limit=2&cursor={next}", slug, first.getString("next"))
                .then()
                .body("items.slug", is(parts.subList(2, 3)))
                .body("next", nullValue());
        when().get("/v1/subjects?broader=no-such-subject")
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        when().get("/v1/subjects?broader={slug}&q=a", slug)
                .then()
                .statusCode(400)
                .body("code", is("misplaced_parameter"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024-01-01,2024-12-31",
        "2022-02-24/2025-01,2022-02-24,2025-01-31",
        "2022-02-24/..,2022-02-24,9999-12-31",
        "../2024,0001-01-01,2024-12-31"
    })
    void aSpanIsKeptWithItsDays(String span, LocalDate first, LocalDate last) {
        var slug = slug(unique("Spanned"));
        patch("/v1/subjects/" + slug, "*", "{\"span\":\"" + span + "\"}")
                .then()
                .statusCode(200)
                .body("span", is(span));
        var kept = QuarkusTransaction.requiringNew().call(() -> Subject.at(slug).orElseThrow());
        assertThat(List.of(kept.spanStart, kept.spanEnd)).containsExactly(first, last);
        patch("/v1/subjects/" + slug, "*", "{\"span\":null}").then().body("span", nullValue());
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        var subject = slug(unique("Cached"));
        var tag = when().get("/v1/subjects/" + subject).header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/subjects/" + subject)
                .then()
                .statusCode(304)
                .header("ETag", is(tag));
        when().head("/v1/subjects/" + subject).then().statusCode(200).header("ETag", is(tag));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                   | 422 | required           | /name
            {"name":null}                        | 422 | required           | /name
            {"name":" \\u200b "}                 | 422 | blank              | /name
            {"name":7}                           | 400 | wrong_type         | /name
            {"name":"a\\u0000b"}                 | 422 | nul_character      | /name
            {"name":"a\\nb"}                     | 422 | control_character  | /name
            {"name":"\\ud800"}                   | 422 | unpaired_surrogate | /name
            {"name":"a\\u202eb"}                 | 422 | bidi_control       | /name
            {"name":"a","nmae":"b"}              | 400 | unknown_field      | /nmae
            {"name":"a","kind":"king"}           | 422 | unknown_value      | /kind
            {"name":"a","kind":null,"id":"b"}    | 400 | unknown_field      | /id
            {"name":"a","definition":7}          | 400 | wrong_type         | /definition
            {"name":"a","definition":"a\\u0007"}  | 422 | control_character  | /definition
            {"name":"a","aliases":"b"}           | 400 | wrong_type         | /aliases
            {"name":"a","aliases":[1]}           | 400 | wrong_type         | /aliases
            {"name":"a","aliases":[" "]}         | 422 | blank              | /aliases
            {"name":"a","broader":"nothing-of"}  | 422 | unknown_subject    | /broader
            {"name":"a","span":2024}             | 400 | wrong_type         | /span
            {"name":"a","span":"../.."}          | 422 | malformed_period   | /span
            {"name":"a","span":"2024/"}          | 422 | malformed_period   | /span
            {"name":"a","span":"2025/2024"}      | 422 | period_reversed    | /span
            {"name":"a","span":"2025-02-30"}     | 422 | impossible_date    | /span
            {"name":"a","span":" 2025 "}         | 422 | malformed_date     | /span
            {"name":"a","span":"2025\\n"}         | 422 | malformed_date     | /span
            """)
    void aFieldThatIsWrongIsNamed(String body, int status, String code, String pointer) {
        post(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("status", is(status))
                .body("type", is("urn:numeric-claims:problem:" + code))
                .body("instance", is("/v1/subjects"))
                .body("request_id", notNullValue())
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
    }

    @Test
    void allFaultsAreNamedAtOnceAndNothingIsKept() {
        var name = unique("Refused");
        post("{\"name\":\"" + name + "\",\"kind\":\"king\",\"span\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown_value", "malformed_date"));
        when().get("/v1/subjects?q={name}", name).then().body("items.name", not(hasItem(name)));
    }

    @Test
    void aNameIsTooLongBeyondThreeHundredCharacters() {
        post("{\"name\":\"" + "𝐚".repeat(301) + "\"}").then().statusCode(422).body("code", is("too_long"));
    }

    @Test
    void aNameThatAnotherHasIsRefusedInAnySpelling() {
        var name = unique("Rose");
        var slug = slug(name);
        for (var spelling : List.of(
                name, name.toUpperCase(), "  " + name.replace(" ", "\u00a0 "), "R\u200bose" + name.substring(4))) {
            post("{\"name\":\"" + spelling + "\"}")
                    .then()
                    .statusCode(409)
                    .body("code", is("name_taken"))
                    .header("Link", containsString("/v1/subjects/" + slug));
        }
        post("{\"name\":\"" + unique("Another") + "\",\"aliases\":[\"" + name + "\"]}")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({"🇺🇦", "!!!", ".."})
    void aSlugIsNeverEmpty(String name) {
        post("{\"name\":\"" + name + "\"}").then().statusCode(201).body("slug", matchesPattern("subject(-\\d+)?"));
    }

    @Test
    void aChangeNeedsTheNewestETag() {
        var slug = slug(unique("Changed"));
        var address = "/v1/subjects/" + slug;
        var body = "{\"definition\":\"D\"}";
        patch(address, null, body).then().statusCode(428).body("code", is("if_match_required"));
        patch(address, "1-x", body).then().statusCode(400).body("code", is("malformed_header"));
        patch(address, "\"7-x\"", body).then().statusCode(412).body("code", is("stale"));
        patch(address, "W/\"1-x\"", body).then().statusCode(412);
        patch(address, "\"1-x\"", body)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("definition", is("D"));
        patch(address, "*", "{\"definition\":null}").then().statusCode(200).body("definition", nullValue());
    }

    @Test
    void aChangeThatChangesNothingKeepsTheVersion() {
        var address = "/v1/subjects/" + slug(unique("Same"));
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
        var address = "/v1/subjects/" + slug(unique("Fixed"));
        patch(address, "*", "{\"slug\":\"mine\",\"version\":9}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/slug", "/version"))
                .body("code", is("read_only"));
    }

    @Test
    void ofManyChangesWithOneETagOneIsMade() throws Exception {
        var address = "/v1/subjects/" + slug(unique("Raced"));
        var statuses = Together.run(
                32,
                n -> patch(address, "\"1-x\"", "{\"definition\":\"D" + (n + 1) + "\"}")
                        .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(s -> s != 200)
                .hasSize(31)
                .containsOnly(412);
    }

    @Test
    void ofManyWithOneNameOneIsMade() throws Exception {
        var name = unique("Twin");
        var statuses = Together.run(32, n -> post("{\"name\":\"" + name + "\"}").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(s -> s != 201)
                .hasSize(31)
                .containsOnly(409);
    }

    @Test
    void noneIsInsideItself() {
        var whole = slug(unique("Whole"));
        var part = slug(unique("Part"));
        patch("/v1/subjects/" + part, "*", "{\"broader\":\"" + whole + "\"}")
                .then()
                .statusCode(200)
                .body("broader", is(whole));
        for (var holder : List.of(part, whole)) {
            patch("/v1/subjects/" + whole, "*", "{\"broader\":\"" + holder + "\"}")
                    .then()
                    .statusCode(422)
                    .body("code", is("cycle"));
        }
        delete(whole).then().statusCode(409).body("code", is("in_use"));
        delete(part).then().statusCode(204);
        delete(whole).then().statusCode(204);
        when().get("/v1/subjects/" + whole).then().statusCode(404).body("code", is("not_found"));
    }

    @Test
    void ofTwoOppositeHalvesOfACycleOneFails() throws Exception {
        for (int round = 0; round < 10; round++) {
            var slugs = List.of(slug(unique("Half")), slug(unique("Half")));
            var statuses = Together.run(
                    2,
                    n -> patch("/v1/subjects/" + slugs.get(n), "*", "{\"broader\":\"" + slugs.get(1 - n) + "\"}")
                            .statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void theTargetKeepsItsDefinitionAndTakesTheNarrowerOnes() {
        var target = slug(unique("Target"));
        var old = slug(unique("Old"));
        var narrower = slug(unique("Narrower"));
        patch("/v1/subjects/" + target, "*", "{\"definition\":\"Kept\",\"span\":\"2024\"}");
        patch("/v1/subjects/" + old, "*", "{\"definition\":\"Lost\",\"span\":\"2023\"}");
        patch("/v1/subjects/" + narrower, "*", "{\"broader\":\"" + old + "\"}");
        merge(old, target).then().statusCode(200).body("definition", is("Kept")).body("span", is("2024"));
        when().get("/v1/subjects/" + narrower)
                .then()
                .body("broader", is(target))
                .body("version", is(3));
    }

    @Test
    void aDefinitionIsTooLongBeyondTwentyThousandCharacters() {
        var address = "/v1/subjects/" + slug(unique("Defined"));
        patch(address, "*", "{\"definition\":\"" + "𝐚".repeat(20_000) + "\"}")
                .then()
                .statusCode(200);
        patch(address, "*", "{\"definition\":\"" + "𝐚".repeat(20_001) + "\"}")
                .then()
                .statusCode(422)
                .body("code", is("too_long"));
    }

    @Test
    void aMergedOneLeadsToItsTargetForGood() {
        var nameOfA = unique("First");
        var a = slug(nameOfA);
        var b = slug(unique("Second"));
        var c = slug(unique("Third"));
        merge(a, b).then().statusCode(200).body("slug", is(b)).body("aliases", hasItem(nameOfA));
        merge(b, c).then().statusCode(200).body("aliases", hasItem(nameOfA));
        for (var old : List.of(a, b)) {
            given().redirects()
                    .follow(false)
                    .get("/v1/subjects/" + old)
                    .then()
                    .statusCode(308)
                    .header("Location", containsString("/v1/subjects/" + c));
        }
        given().redirects()
                .follow(false)
                .contentType(ContentType.JSON)
                .body("{\"into\":\"" + c + "\"}")
                .post("/v1/subjects/" + a + "/merge")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/subjects/" + c + "/merge"));
        post("{\"name\":\"" + nameOfA + "\"}").then().statusCode(409);
        merge(c, a).then().statusCode(422).body("code", is("merge_into_itself"));
        merge(c, "nothing-of").then().statusCode(422).body("code", is("unknown_subject"));
        when().get("/v1/subjects?limit=500").then().body("items.slug", not(hasItem(a)));
    }

    @Test
    void mergingABroaderOneIntoANarrowerLeavesNoCycle() {
        var top = slug(unique("Top"));
        var holder = slug(unique("Holder"));
        var member = slug(unique("Member"));
        patch("/v1/subjects/" + holder, "*", "{\"broader\":\"" + top + "\"}")
                .then()
                .statusCode(200);
        patch("/v1/subjects/" + member, "*", "{\"broader\":\"" + holder + "\"}")
                .then()
                .statusCode(200);
        merge(holder, member).then().statusCode(200).body("broader", is(top));
    }

    @Test
    void pagesFollowWithoutAGapOrARepeat() {
        for (int i = 0; i < 5; i++) {
            slug(unique("Listed"));
        }
        var whole = when().get("/v1/subjects?limit=500").jsonPath().getList("items.slug", String.class);
        var paged = new ArrayList<String>();
        var next = "/v1/subjects?limit=50";
        while (next != null) {
            var page = when().get(next);
            paged.addAll(page.jsonPath().getList("items.slug", String.class));
            var cursor = page.jsonPath().getString("next");
            var link = page.header("Link");
            assertThat(link == null).isEqualTo(cursor == null);
            next = link == null ? null : link.replaceFirst("<[a-z]+://[^/]+(.*)>; rel=\"next\"", "$1");
        }
        assertThat(paged).startsWith(whole.toArray(String[]::new)).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "limt=5,unknown_parameter",
        "query=trump,unknown_parameter",
        "limit=5&limit=6,repeated_parameter",
        "limit=,empty_parameter",
        "limit=0,malformed_parameter",
        "limit=501,malformed_parameter",
        "limit=-1,malformed_parameter",
        "limit=1e2,malformed_parameter",
        "limit=100000000000000000000,malformed_parameter",
        "cursor=abc,invalid_cursor",
        "cursor=%C3%A4,invalid_cursor",
        "cursor=a%00,nul_character"
    })
    void aParameterIsNeverIgnored(String query, String code) {
        given().urlEncodingEnabled(false)
                .get("/v1/subjects?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].parameter", is(query.replaceFirst("=.*", "")));
    }

    private static String unique(String word) {
        return word + " " + NEXT.incrementAndGet();
    }

    private static String slug(String name) {
        return post("{\"name\":\"" + name + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/subjects");
    }

    private static Response patch(String address, String ifMatch, String body) {
        var request = given().contentType("application/merge-patch+json;charset=utf-8")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(address);
    }

    private static Response delete(String slug) {
        return given().header("If-Match", "*").delete("/v1/subjects/" + slug);
    }

    private static Response merge(String slug, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/subjects/" + slug + "/merge");
    }
}
