package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.put;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimResourceTest {

    @Test
    void wordsAloneAreEnoughAndNothingHasToExistBefore() {
        var claimant = unique("Ukraine");
        var added = post("{\"figure_text\":\"over 818,000\",\"unit\":\"people\",\"claimant\":\"" + claimant
                + "\",\"date\":\"2025-01-21\",\"source\":\"https://example.org/a\"}");
        added.then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"))
                .body("figure", is(818000))
                .body("qualifier", is("over"))
                .body("figure_text", is("over 818,000"))
                .body("low", is(818001))
                .body("high", nullValue())
                .body("likely_low", is(818001))
                .body("likely_high", is(819000))
                .body("claimant", is(claimant))
                .body("claimant_slug", startsWith("ukraine-"))
                .body("source_id", notNullValue())
                .body("subject", nullValue())
                .body("status", is("active"))
                .body("rule", is(1))
                .body("version", is(1))
                .body("created_at", matchesPattern("\\d{4}-.*Z"));
        when().get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", is(added.header("ETag")))
                .body(is(added.asString()));
        when().get("/v1/claimants/" + added.path("claimant_slug"))
                .then()
                .statusCode(200)
                .body("kind", is("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.123456789012345", "1e-18", "1e30", "-0", "0e9", "100000.0", "123456789012345000", "-5.5"})
    void aFigureKeepsEveryDigitItWasGiven(String number) {
        var claim = Given.claim(unique("digits"), "\"qualifier\":\"exactly\",\"figure\":" + number);
        var shown = given().config(io.restassured.RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .get(claim)
                .path("figure");
        assertThat(new BigDecimal(shown.toString())).isEqualByComparingTo(number);
    }

    @Test
    void numbersAreShownWithoutExponent() {
        when().get(Given.claim(unique("small"), "\"qualifier\":\"exactly\",\"figure\":1e-18"))
                .then()
                .body(containsString("\"figure\":0.000000000000000001,"));
        when().get(Given.claim(unique("large"), "\"figure\":1e30"))
                .then()
                .body(containsString("\"figure\":1" + "0".repeat(30) + ","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "figure":1e400                                     | 422 | figure_out_of_range       | /figure
            "figure":1e1000000000                              | 422 | figure_out_of_range       | /figure
            "figure":1234567890123456                          | 422 | too_many_digits           | /figure
            "figure":"12"                                      | 400 | wrong_type                | /figure
            "figure":true                                      | 400 | wrong_type                | /figure
            "figure":[1]                                       | 400 | wrong_type                | /figure
            "figure":5,"figure_to":6                           | 422 | figure_to_without_between | /figure_to
            "figure":5,"qualifier":"between"                   | 422 | figure_to_missing         | /figure_to
            "figure":5,"figure_to":4,"qualifier":"between"     | 422 | range_reversed            | /figure_to
            "figure":5,"rounded_to":0                          | 422 | not_positive              | /rounded_to
            "figure":5,"rounded_to":2                          | 422 | not_a_multiple            | /rounded_to
            "figure":5,"qualifier":"roughly"                   | 422 | unknown_value             | /qualifier
            "figure":0,"qualifier":"under"                     | 422 | empty_interval            | /figure
            "figure_text":"2.5 million or so maybe"            | 422 | figure_text_unreadable    | /figure_text
            "figure_text":"1.234.567"                          | 422 | figure_text_unreadable    | /figure_text
            "figure_text":"over 5","qualifier":"under"         | 422 | words_and_numbers         | /figure_text
            "figure_text":" "                                  | 422 | required                  | /figure
            "figureTo":5,"figure":4                            | 400 | unknown_field             | /figureTo
            "figure":5,"status":"gone"                         | 422 | unknown_value             | /status
            "figure":5,"quote":"a\\u0000"                      | 422 | nul_character             | /quote
            "figure":5,"relayed_by":"a\\u202eb"                | 422 | bidi_control              | /relayed_by
            "figure":5,"period":"2025/2024"                    | 422 | period_reversed           | /period
            "figure":5,"period":"2024/"                        | 422 | malformed_period          | /period
            "figure":5,"period":"2025-02-30"                   | 422 | impossible_date           | /period
            "figure":5,"baseline_period":".."                  | 422 | malformed_period          | /baseline_period
            "figure":5,"part_of":"abc"                         | 422 | unknown_claim             | /part_of
            "figure":5,"supersedes":"0190c0de-0000-7000-8000-000000000000" | 422 | unknown_claim | /supersedes
            """)
    void aFieldThatIsWrongIsNamedAndNothingIsKept(String fields, int status, String code, String pointer) {
        var subject = unique("refused");
        post("{" + fields + "," + rest(subject) + "}")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].pointer", is(pointer))
                .body("detail", notNullValue());
        assertThat(Given.list("subject={s}", subject).getList("items")).isEmpty();
        given().get("/v1/claimants?q={name}", "Claimant of " + subject)
                .then()
                .body("items.name", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem("Claimant of " + subject)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date     | "2025-02-30"           | impossible_date
            date     | "2025-1-5"             | malformed_date
            date     | " 2025 "               | malformed_date
            date     | "2025-01-21T10:00:00Z" | malformed_date
            date     | ""                     | blank
            unit     | "km/hh"                | unknown_unit
            unit     | "peopl"                | unknown_unit
            unit     | "𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚𝐚÷" | unknown_unit
            unit     | "million people"       | scale_in_unit
            claimant | "\\u200b"              | blank
            claimant | "\\u3164\\ufe0f"        | blank
            claimant | null                   | required
            source   | "javascript:alert(1)"  | url_scheme
            source   | "https://u:p@host/"    | url_has_password
            """)
    void aRequiredFieldThatIsWrongIsNamed(String field, String value, String code) {
        var whole = "{\"figure\":5," + rest(unique("required")) + "}";
        var wrong =
                whole.replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + value.replace("\\", "\\\\"));
        post(wrong).then().statusCode(422).body("code", is(code)).body("errors[0].pointer", is("/" + field));
    }

    @Test
    void everyRequiredFieldThatIsMissingIsNamedAtOnce() {
        post("{}")
                .then()
                .statusCode(422)
                .body("errors.code", everyItem(is("required")))
                .body("errors.pointer", contains("/unit", "/figure", "/claimant", "/date", "/source"));
    }

    @Test
    void aNewUnitIsKeptWhereTheCallerInsists() {
        var whole = "{\"figure\":5," + rest(unique("unit")).replace("people", "peopl") + "}";
        given().contentType("application/json")
                .body(whole)
                .post("/v1/claims?new_unit=true")
                .then()
                .statusCode(201)
                .body("unit", is("peopl"));
    }

    @Test
    void aClaimThatStandsAlreadyIsRefusedInAnySpelling() {
        var subject = unique("twice");
        var first = Given.claim(subject, "\"figure\":100000");
        for (var again : List.of("100000.0", "1e5")) {
            post("{\"figure\":" + again + ","
                            + rest(subject)
                                    .toUpperCase()
                                    .replace("UNIT", "unit")
                                    .replace("CLAIMANT\"", "claimant\"")
                                    .replace("SUBJECT\"", "subject\"")
                                    .replace("DATE", "date")
                                    .replace("SOURCE", "source")
                                    .replace("PEOPLE", "people")
                                    .replace("/A\"", "/a\"")
                            + "}")
                    .then()
                    .statusCode(409)
                    .body("code", is("duplicate"))
                    .header("Link", containsString(first.substring(first.indexOf("/v1/"))));
        }
        given().contentType("application/json")
                .body("{\"figure\":100000," + rest(subject) + "}")
                .post("/v1/claims?duplicate=allow")
                .then()
                .statusCode(201);
        post("{\"figure\":100001," + rest(subject) + "}").then().statusCode(201);
    }

    @Test
    void whatMakesNoSenseIsSaidBeforeThatItStandsAlready() {
        var subject = unique("twice wrong");
        Given.claim(subject, "\"figure\":5");
        post("{\"figure\":5,\"part_of\":\"0190c0de-0000-7000-8000-000000000000\"," + rest(subject) + "}")
                .then()
                .statusCode(422)
                .body("code", is("unknown_claim"));
    }

    @Test
    void aPeriodOfBlanksIsNone() {
        when().get(Given.claim(unique("blank"), "\"figure\":5,\"period\":\" \",\"baseline_period\":\"\\u200b\""))
                .then()
                .body("period", nullValue())
                .body("baseline_period", nullValue());
    }

    @Test
    void aWithdrawnClaimIsNoDuplicate() {
        var subject = unique("withdrawn twin");
        given().header("If-Match", "*")
                .delete(Given.claim(subject, "\"figure\":7"))
                .then()
                .statusCode(204);
        post("{\"figure\":7," + rest(subject) + "}").then().statusCode(201);
    }

    @Test
    void ofManyThatPostTheSameAtOnceOneSucceeds() throws Exception {
        var body = "{\"figure\":12," + rest(unique("at once")) + "}";
        var statuses = atOnce(16, () -> post(body).statusCode());
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(15);
    }

    @Test
    void manyThatNameTheSameNewClaimantMakeOne() throws Exception {
        var name = unique("New at once");
        var slugs = new ArrayList<String>();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        var answers = atOnce(
                16,
                () -> post("{\"figure\":" + next.incrementAndGet()
                        + ",\"unit\":\"people\",\"date\":\"2025\",\"source\":\"S\",\"claimant\":\"" + name + "\"}"));
        answers.forEach(
                answer -> slugs.add(answer.then().statusCode(201).extract().path("claimant_slug")));
        assertThat(slugs.stream().distinct()).hasSize(1);
    }

    @Test
    void aWithdrawnClaimIsGoneFromListsAndStaysReadable() {
        var subject = unique("withdrawn");
        var claim = Given.claim(subject, "\"figure\":5");
        for (int again = 0; again < 2; again++) {
            given().header("If-Match", "*").delete(claim).then().statusCode(204);
        }
        when().get(claim).then().statusCode(200).body("status", is("withdrawn")).body("version", is(2));
        assertThat(Given.list("subject={s}", subject).getList("items")).isEmpty();
        assertThat(Given.list("subject={s}&status=withdrawn", subject).getList("items"))
                .hasSize(1);
    }

    @Test
    void whatWasReadCanBeSentBack() {
        var claim = Given.claim(
                unique("round"),
                "\"figure\":175000,\"figure_to\":200000,\"best\":180000,\"qualifier\":\"between\",\"period\":\"2024/..\","
                        + "\"quote\":\"Zeile\\n\\tzwei\",\"note\":\"=1+1\",\"relayed_by\":\"A spokesman\","
                        + "\"baseline_subject\":\"Other thing\",\"baseline_period\":\"2023\",\"rounded_to\":1000");
        var read = when().get(claim).asString();
        put(claim, read).then().statusCode(200).body(is(read));
        patch(claim, read).then().statusCode(200).body("version", is(1));
    }

    @Test
    void aCorrectionNeedsTheNewestVersion() {
        var claim = Given.claim(unique("stale"), "\"figure\":5");
        var tag = when().get(claim).header("ETag");
        given().contentType("application/json").body("{}").put(claim).then().statusCode(428);
        given().delete(claim).then().statusCode(428);
        given().contentType("application/merge-patch+json;charset=utf-8")
                .header("If-Match", tag)
                .body("{\"note\":\"seen\"}")
                .patch(claim)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("note", is("seen"));
        for (var stale : List.of(tag, "W/\"2-1\"")) {
            given().header("If-Match", stale)
                    .delete(claim)
                    .then()
                    .statusCode(412)
                    .body("code", is("stale"));
        }
    }

    @Test
    void ofManyCorrectionsOfOneVersionOneSucceeds() throws Exception {
        var claim = Given.claim(unique("raced"), "\"figure\":5");
        var tag = when().get(claim).header("ETag");
        var next = new java.util.concurrent.atomic.AtomicInteger();
        var statuses = atOnce(
                16,
                () -> given().contentType("application/json")
                        .header("If-Match", tag)
                        .body("{\"note\":\"" + next.incrementAndGet() + "\"}")
                        .patch(claim)
                        .statusCode());
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version":7}                  | read_only
            {"low":7}                      | read_only
            {"id":"0190c0de-0000-7000-8000-000000000000"} | id_mismatch
            {"figure":null}                | required
            {"claimant":null}              | required
            {"date":"2025-13"}             | impossible_date
            """)
    void aCorrectionThatMakesNoSenseIsRefused(String body, String code) {
        var claim = Given.claim(unique("refused change"), "\"figure\":5");
        patch(claim, body).then().statusCode(422).body("code", is(code));
        when().get(claim).then().body("version", is(1));
    }

    @Test
    void whatIsMadeByTheServiceMayBeSentBackAsAnyClientWritesIt() {
        var claim = Given.claim(unique("sent back"), "\"figure\":5");
        var created = OffsetDateTime.parse(when().get(claim).path("created_at"));
        var elsewhere = created.withOffsetSameInstant(ZoneOffset.ofHours(1));
        patch(claim, "{\"version\":1.0,\"created_at\":\"" + elsewhere + "\"}")
                .then()
                .statusCode(200);
        patch(claim, "{\"created_at\":\"" + created.plusNanos(1) + "\"}")
                .then()
                .statusCode(422)
                .body("code", is("read_only"));
    }

    @Test
    void wordsAndNumbersAreCorrectedTogether() {
        var claim = Given.claim(unique("words"), "\"figure_text\":\"almost 5,000\"");
        patch(claim, "{\"figure\":6000}").then().statusCode(422).body("code", is("words_and_numbers"));
        patch(claim, "{\"qualifier\":\"over\"}").then().statusCode(422).body("code", is("words_and_numbers"));
        patch(claim, "{\"figure_text\":\"nothing\"}").then().statusCode(422).body("code", is("figure_text_unreadable"));
        patch(claim, "{\"figure_text\":\"over 6,000\"}")
                .then()
                .statusCode(200)
                .body("figure", is(6000))
                .body("qualifier", is("over"))
                .body("low", is(6001));
        patch(claim, "{\"figure\":7000,\"figure_text\":\"sieben Tausend\"}")
                .then()
                .statusCode(200)
                .body("figure", is(7000))
                .body("qualifier", is("over"));
        patch(claim, "{\"figure\":8000,\"figure_text\":null}")
                .then()
                .statusCode(200)
                .body("figure_text", nullValue());
        patch(claim, "{\"figure\":9000}").then().statusCode(200).body("figure", is(9000));
    }

    @Test
    void newWordsOfAWholeBringTheirNumbersOrLeaveThemOut() {
        var subject = unique("put");
        var claim = Given.claim(subject, "\"figure\":5000,\"qualifier\":\"about\",\"figure_text\":\"about 5,000\"");
        put(claim, "{\"figure\":5000,\"qualifier\":\"about\",\"figure_text\":\"over 6,000\"," + rest(subject) + "}")
                .then()
                .statusCode(422)
                .body("code", is("words_and_numbers"));
        put(claim, "{\"figure\":6000,\"qualifier\":\"about\",\"figure_text\":\"about 5,000\"," + rest(subject) + "}")
                .then()
                .statusCode(422)
                .body("code", is("words_and_numbers"));
        put(claim, "{\"figure\":5000,\"qualifier\":\"about\",\"figure_text\":\"some 5,000\"," + rest(subject) + "}")
                .then()
                .statusCode(200)
                .body("version", is(2));
        put(claim, "{\"figure_text\":\"over 6,000\"," + rest(subject) + "}")
                .then()
                .statusCode(200)
                .body("figure", is(6000))
                .body("qualifier", is("over"));
    }

    @Test
    void aPartBelongsToAWholeInUnitsThatConvert() {
        var subject = unique("whole");
        var whole = id(Given.claim(subject, "\"figure\":434000"));
        var part = Given.claim(subject, "\"figure\":150000,\"part_of\":\"" + whole.toUpperCase() + "\"");
        when().get(part).then().body("part_of", is(whole));
        assertThat(Given.list("part_of=" + whole).getList("items.figure")).containsExactly(150000);
        post("{\"figure\":5,\"part_of\":\"" + whole + "\"," + rest(subject).replace("people", "km") + "}")
                .then()
                .statusCode(422)
                .body("code", is("unit_mismatch"))
                .body("errors[0].pointer", is("/part_of"));
        patch("/v1/claims/" + whole, "{\"unit\":\"km\"}")
                .then()
                .statusCode(422)
                .body("code", is("unit_mismatch"))
                .body("errors[0].pointer", is("/unit"));
        patch("/v1/claims/" + whole, "{\"part_of\":\"" + id(part) + "\"}")
                .then()
                .statusCode(422)
                .body("code", is("cycle"));
        patch(part, "{\"part_of\":\"" + id(part) + "\"}").then().statusCode(422).body("code", is("cycle"));
        patch(part, "{\"part_of\":null}").then().statusCode(200).body("part_of", nullValue());
    }

    @Test
    void bothHalvesOfACycleAtOnceMakeNone() throws Exception {
        var subject = unique("halves");
        var a = Given.claim(subject, "\"figure\":1");
        var b = Given.claim(subject, "\"figure\":2");
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        var statuses = atOnce(
                2,
                () -> turn.getAndIncrement() == 0
                        ? patch(a, "{\"part_of\":\"" + id(b) + "\"}").statusCode()
                        : patch(b, "{\"part_of\":\"" + id(a) + "\"}").statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void onlyTheClaimantsOwnClaimIsSuperseded() {
        var subject = unique("newer");
        var older = id(Given.claim(subject, "\"figure\":100"));
        var newer = Given.claim(subject, "\"figure\":120,\"supersedes\":\"" + older + "\"");
        when().get(newer).then().body("supersedes", is(older));
        post("{\"figure\":130,\"supersedes\":\"" + older + "\"," + rest(subject).replace("Claimant of", "Another than")
                        + "}")
                .then()
                .statusCode(422)
                .body("code", is("other_claimant"));
        patch("/v1/claims/" + older, "{\"claimant\":\"Somebody else\"}")
                .then()
                .statusCode(422)
                .body("code", is("other_claimant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoIdOfAClaimIsNotFound(String id) {
        when().get("/v1/claims/" + id).then().statusCode(404).body("code", is("not_found"));
        given().header("If-Match", "*").delete("/v1/claims/" + id).then().statusCode(404);
        patch("/v1/claims/" + id, "{\"note\":\"x\"}").then().statusCode(404);
    }

    @Test
    void anIdInUpperCaseIsTheSameClaim() {
        var claim = id(Given.claim(unique("upper"), "\"figure\":5"));
        when().get("/v1/claims/" + claim.toUpperCase()).then().statusCode(200).body("id", is(claim));
    }

    @Test
    void aRenamedClaimantChangesTheETagOfItsClaims() {
        var claim = Given.claim(unique("renamed"), "\"figure\":5");
        var read = when().get(claim);
        var tag = read.header("ETag");
        patch("/v1/claimants/" + read.path("claimant_slug"), "{\"name\":\"" + unique("Renamed") + "\"}")
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag).get(claim).then().statusCode(200).header("ETag", startsWith("\"1-"));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
