package org.numericclaims.claimant;

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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimantResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Test
    void oneIsAddedReadAndListed() {
        var name = unique("Ministry");
        var added = post("{\"name\":\"" + name + "\",\"kind\":\"government\",\"aliases\":[\"" + name + " (MoD)\"]}");
        added.then()
                .statusCode(201)
                .header("Location", containsString("/v1/claimants/ministry-"))
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""));
        when().get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", is(added.header("ETag")))
                .body("name", is(name))
                .body("kind", is("government"))
                .body("aliases", contains(name + " (MoD)"))
                .body("member_of", nullValue())
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        when().get("/v1/claimants?q={name}", name).then().statusCode(200).body("items.name", hasItem(name));
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        var claimant = slug(unique("Cached"));
        var tag = when().get("/v1/claimants/" + claimant).header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/claimants/" + claimant)
                .then()
                .statusCode(304)
                .header("ETag", is(tag));
        for (var known : List.of("*", "W/" + tag, "\"other\", W/" + tag)) {
            given().header("If-None-Match", known)
                    .get("/v1/claimants/" + claimant)
                    .then()
                    .statusCode(304);
        }
        for (var other : List.of("\"other\"", "junk")) {
            given().header("If-None-Match", other)
                    .get("/v1/claimants/" + claimant)
                    .then()
                    .statusCode(200);
        }
        when().head("/v1/claimants/" + claimant).then().statusCode(200).header("ETag", is(tag));
    }

    @Test
    void aReaderMayInsistOnAVersionToo() {
        var claimant = slug(unique("Insisted"));
        var tag = when().get("/v1/claimants/" + claimant).header("ETag");
        given().header("If-Match", tag).get("/v1/claimants/" + claimant).then().statusCode(200);
        given().header("If-Match", "\"7-0\"")
                .get("/v1/claimants/" + claimant)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", is("stale"));
        given().header("If-Match", "junk")
                .get("/v1/claimants/" + claimant)
                .then()
                .statusCode(400)
                .body("code", is("malformed_header"));
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
            {"name":"a","wikidata":"42"}         | 422 | malformed_value    | /wikidata
            {"name":"a","aliases":"b"}           | 400 | wrong_type         | /aliases
            {"name":"a","aliases":[1]}           | 400 | wrong_type         | /aliases
            {"name":"a","aliases":[" "]}         | 422 | blank              | /aliases
            {"name":"a","member_of":"nobody-of"} | 422 | unknown_claimant   | /member_of
            """)
    void aFieldThatIsWrongIsNamed(String body, int status, String code, String pointer) {
        post(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("status", is(status))
                .body("type", is("urn:numeric-claims:problem:" + code))
                .body("instance", is("/v1/claimants"))
                .body("request_id", notNullValue())
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
    }

    @Test
    void allFaultsAreNamedAtOnceAndNothingIsKept() {
        var name = unique("Refused");
        post("{\"name\":\"" + name + "\",\"kind\":\"king\",\"wikidata\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown_value", "malformed_value"));
        when().get("/v1/claimants?q={name}", name).then().body("items.name", not(hasItem(name)));
    }

    @Test
    void aNameIsTooLongBeyondThreeHundredCharacters() {
        post("{\"name\":\"" + "𝐚".repeat(301) + "\"}").then().statusCode(422).body("code", is("too_long"));
    }

    @Test
    void aNameThatFoldsIntoMoreThanAnIndexTakesIsStillOne() {
        var name = unique("Folded") + "\uFDFA".repeat(280);
        post("{\"name\":\"" + name + "\"}").then().statusCode(201);
        post("{\"name\":\"" + name + "\"}").then().statusCode(409).body("code", is("name_taken"));
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
                    .header("Link", containsString("/v1/claimants/" + slug));
        }
        post("{\"name\":\"" + unique("Another") + "\",\"aliases\":[\"" + name + "\"]}")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({"C++ %s,c-%s", "北京 %s,bei-jing-%s", "Zelenskyy Ök %s,zelenskyy-ok-%s", "Київ %s,kiiv-%s"})
    void aSlugIsReadable(String name, String slug) {
        var number = NEXT.incrementAndGet();
        post("{\"name\":\"" + name.formatted(number) + "\"}")
                .then()
                .statusCode(201)
                .body("slug", is(slug.formatted(number)));
    }

    @ParameterizedTest
    @CsvSource({"🇺🇦", "!!!", ".."})
    void aSlugIsNeverEmpty(String name) {
        post("{\"name\":\"" + name + "\"}").then().statusCode(201).body("slug", matchesPattern("claimant(-\\d+)?"));
    }

    @Test
    void aChangeNeedsTheNewestETag() {
        var slug = slug(unique("Changed"));
        var address = "/v1/claimants/" + slug;
        var body = "{\"wikidata\":\"Q1\"}";
        patch(address, null, body).then().statusCode(428).body("code", is("if_match_required"));
        patch(address, "1-x", body).then().statusCode(400).body("code", is("malformed_header"));
        patch(address, "\"7-x\"", body).then().statusCode(412).body("code", is("stale"));
        patch(address, "W/\"1-x\"", body).then().statusCode(412);
        patch(address, "\"1-x\"", body)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("wikidata", is("Q1"));
        patch(address, "*", "{\"wikidata\":null}").then().statusCode(200).body("wikidata", nullValue());
    }

    @Test
    void aChangeThatChangesNothingKeepsTheVersion() {
        var address = "/v1/claimants/" + slug(unique("Same"));
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
        var address = "/v1/claimants/" + slug(unique("Fixed"));
        patch(address, "*", "{\"slug\":\"mine\",\"version\":9}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/slug", "/version"))
                .body("code", is("read_only"));
    }

    @Test
    void ofManyChangesWithOneETagOneIsMade() throws Exception {
        var address = "/v1/claimants/" + slug(unique("Raced"));
        var statuses = Together.run(
                32,
                n -> patch(address, "\"1-x\"", "{\"wikidata\":\"Q" + (n + 1) + "\"}")
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
    void membershipHasNoCycle() {
        var whole = slug(unique("Whole"));
        var part = slug(unique("Part"));
        patch("/v1/claimants/" + part, "*", "{\"member_of\":\"" + whole + "\"}")
                .then()
                .statusCode(200)
                .body("member_of", is(whole));
        for (var holder : List.of(part, whole)) {
            patch("/v1/claimants/" + whole, "*", "{\"member_of\":\"" + holder + "\"}")
                    .then()
                    .statusCode(422)
                    .body("code", is("cycle"));
        }
        delete(whole).then().statusCode(409).body("code", is("in_use"));
        delete(part).then().statusCode(204);
        delete(whole).then().statusCode(204);
        when().get("/v1/claimants/" + whole).then().statusCode(404).body("code", is("not_found"));
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
                    .get("/v1/claimants/" + old)
                    .then()
                    .statusCode(308)
                    .header("Location", containsString("/v1/claimants/" + c));
        }
        given().redirects()
                .follow(false)
                .contentType(ContentType.JSON)
                .body("{\"into\":\"" + c + "\"}")
                .post("/v1/claimants/" + a + "/merge")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/claimants/" + c + "/merge"));
        post("{\"name\":\"" + nameOfA + "\"}").then().statusCode(409);
        merge(c, a).then().statusCode(422).body("code", is("merge_into_itself"));
        merge(c, "nobody-of").then().statusCode(422).body("code", is("unknown_claimant"));
        when().get("/v1/claimants?limit=500").then().body("items.slug", not(hasItem(a)));
    }

    @Test
    void mergingAHolderIntoItsMemberLeavesNoCycle() {
        var top = slug(unique("Top"));
        var holder = slug(unique("Holder"));
        var member = slug(unique("Member"));
        patch("/v1/claimants/" + holder, "*", "{\"member_of\":\"" + top + "\"}")
                .then()
                .statusCode(200);
        patch("/v1/claimants/" + member, "*", "{\"member_of\":\"" + holder + "\"}")
                .then()
                .statusCode(200);
        merge(holder, member).then().statusCode(200).body("member_of", is(top));
    }

    @Test
    void ofTwoOppositeMergersOneIsMade() throws Exception {
        var slugs = List.of(slug(unique("Left")), slug(unique("Right")));
        var statuses =
                Together.run(2, n -> merge(slugs.get(n), slugs.get(1 - n)).statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void pagesFollowWithoutAGapOrARepeat() {
        for (int i = 0; i < 5; i++) {
            slug(unique("Listed"));
        }
        var whole = when().get("/v1/claimants?limit=500").jsonPath().getList("items.slug", String.class);
        var paged = new ArrayList<String>();
        var next = "/v1/claimants?limit=50";
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
                .get("/v1/claimants?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].parameter", is(query.replaceFirst("=.*", "")));
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        slug(unique("Cursor"));
        slug(unique("Cursor"));
        var cursor = when().get("/v1/claimants?limit=1").jsonPath().getString("next");
        var last = cursor.charAt(30) == 'A' ? 'B' : 'A';
        var changed = cursor.substring(0, 30) + last + cursor.substring(31);
        when().get("/v1/claimants?cursor=" + changed).then().statusCode(400).body("code", is("invalid_cursor"));
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
        return given().contentType(ContentType.JSON).body(body).post("/v1/claimants");
    }

    private static Response patch(String address, String ifMatch, String body) {
        var request = given().contentType("application/merge-patch+json;charset=utf-8")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(address);
    }

    private static Response delete(String slug) {
        return given().header("If-Match", "*").delete("/v1/claimants/" + slug);
    }

    private static Response merge(String slug, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/claimants/" + slug + "/merge");
    }
}
