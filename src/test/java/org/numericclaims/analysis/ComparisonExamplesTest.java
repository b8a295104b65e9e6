package org.numericclaims.analysis;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.numericclaims.claim.Given.unique;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** The examples of docs/comparison.md and of the model. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ComparisonExamplesTest {

    private static final String WAR = "\"period\":\"2022-02-24/2025-01-20\"";

    private final String mark = unique("war");
    private final String killed = "Killed in the " + mark;
    private final String wounded = "Killed or wounded in the " + mark;

    @Test
    void almostAMillionKilledStrainsAgainstOver818000KilledOrWounded() {
        nest();
        var million = claim("Trump", killed, "\"figure_text\":\"almost a million\"," + WAR);
        var over = claim("Ukraine", wounded, "\"figure_text\":\"over 818,000\"," + WAR);
        checks(million)
                .body("items.verdict", contains("tension"))
                .body("items.relation", contains("inside"))
                .body("items.gap", contains(81000))
                .body("items[0].reason", containsString("900,000 to 999,999 people"))
                .body("items[0].reason", containsString("818,001 to 819,000 people"))
                .body("items[0].other.figure_text", is("over 818,000"))
                .body("counts.tension", is(1))
                .body("counts.agree", is(0))
                .body("unit", is("people"))
                .body("evaluation", nullValue());
        checks(over).body("items.relation", contains("around")).body("items.verdict", contains("tension"));
        when().get("/v1/contradictions?subject={s}", killed).then().body("items", empty());
        when().get("/v1/contradictions?subject={s}&verdict=tension", killed)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].claim.figure_text", is("almost a million"))
                .body("items[0].other.figure_text", is("over 818,000"))
                .body("items[0].gap", is(81000));
    }

    @Test
    void contradictionsAsAFileHaveBothClaimsInARow() throws IOException {
        nest();
        claim("Trump", killed, "\"figure_text\":\"almost a million\"," + WAR);
        claim("Ukraine", wounded, "\"figure_text\":\"over 818,000\"," + WAR);
        var file = given().get("/v1/contradictions?format=csv&verdict=tension&subject={s}", killed)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"contradictions.csv\"")
                .extract()
                .asString();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            assertThat(rows.stream())
                    .singleElement()
                    .extracting(NamedCsvRecord::getFieldsAsMap)
                    .satisfies(row -> assertThat(row)
                            .containsEntry("verdict", "tension")
                            .containsEntry("relation", "inside")
                            .containsEntry("gap", "81000")
                            .containsEntry("claim_figure_text", "almost a million")
                            .containsEntry("claim_figure", "1000000")
                            .containsEntry("claim_qualifier", "almost")
                            .containsEntry("claim_likely_high", "999999")
                            .containsEntry("claim_subject", killed)
                            .containsEntry("other_figure_text", "over 818,000")
                            .containsEntry("other_low", "818001")
                            .containsEntry("other_high", "")
                            .containsEntry("other_subject", wounded));
        }
        given().accept("text/csv")
                .get("/v1/contradictions?verdict=tension&subject={s}", killed)
                .then()
                .body(is(file));
        when().get("/v1/contradictions?format=csv&limit=5&subject={s}", killed)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("limit"));
    }

    @Test
    void approximately150000Of434000Agrees() {
        nest();
        var whole = claim("Ukraine", wounded, "\"figure\":434000,\"period\":\"2024\"");
        var part = claim(
                "Ukraine",
                killed,
                "\"figure_text\":\"approximately 150,000\",\"period\":\"2024\",\"part_of\":\""
                        + whole.substring(whole.lastIndexOf('/') + 1) + "\"");
        checks(part).body("items.verdict", contains("agree")).body("items.relation", contains("part_of"));
        checks(whole).body("items.relation", contains("whole_of")).body("items.gap", contains(0));
    }

    @Test
    void boundsThatTouchOnlyWhereOneIsLeftOutContradict() {
        var subject = unique("share");
        var under = claim("A", subject, "\"figure\":5,\"qualifier\":\"under\",\"period\":\"2024\"", "%");
        claim("B", subject, "\"figure\":5,\"qualifier\":\"at_least\",\"period\":\"2024\"", "%");
        checks(under).body("items.verdict", contains("contradict")).body("items.gap", contains(0));
        when().get("/v1/contradictions?subject={s}", subject).then().body("items", hasSize(2));
    }

    @Test
    void aRunningTotalThatFallsIsAContradictionOfItsOwn() {
        var subject = unique("total");
        for (var day : List.of("01:3799", "02:3797", "03:3801")) {
            claim(
                    "Staff",
                    subject,
                    "\"rounded_to\":1,\"figure\":" + day.substring(3) + ",\"period\":\"2023/2024-01-"
                            + day.substring(0, 2) + "\"");
        }
        claim("Another", subject, "\"figure\":1,\"qualifier\":\"exactly\",\"period\":\"2023/2024-02\"");
        when().get("/v1/contradictions?subject={s}&own=true", subject)
                .then()
                .body("items", hasSize(1))
                .body("items[0].claim.figure", is(3799))
                .body("items[0].other.figure", is(3797))
                .body("items[0].gap", is(2))
                .body("items[0].unit", is("people"));
        when().get("/v1/contradictions?subject={s}&claimant=Staff of {s}", subject, subject)
                .then()
                .body("items.gap", contains(3800, 3798, 3796));
    }

    @Test
    void totalsImplyAYearBesideWhatWasClaimedForIt() {
        when().get(claim("Staff", wounded, total(359230, "2023-12-31"))).then().statusCode(200);
        claim("Staff", wounded, total(789550, "2024-12-31"));
        claim("Ukraine", wounded, "\"figure\":434000,\"period\":\"2024\"");
        given().get("/v1/subjects/{s}/implied?period=2024", slug(wounded))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].claimant", containsString("Staff"))
                .body("items[0].derived", is(true))
                .body("items[0].figure", is(430320))
                .body("items[0].low", is(430300))
                .body("items[0].high", is(430340))
                .body("items[0].likely_low", is(430310))
                .body("items[0].likely_high", is(430330))
                .body("items[0].from", hasSize(2))
                .body("items[0].claimed.figure", contains(434000))
                .body("items[0].verdict", is("contradict"));
    }

    @Test
    void moreIn2024ThanIn2022And2023IsSupportedByTheTotalsOfAnother() {
        claim("Staff", wounded, total(359230, "2023-12-31"));
        claim("Staff", wounded, total(789550, "2024-12-31"));
        var slug = slug(wounded);
        Given.patch("/v1/subjects/" + slug, "{\"span\":\"2022-02-24/..\"}")
                .then()
                .statusCode(200);
        var more = claim(
                "Ukraine",
                wounded,
                "\"figure\":1,\"qualifier\":\"over\",\"period\":\"2024\",\"baseline_period\":\"2022/2023\"",
                "times");
        checks(more)
                .body("items", empty())
                .body("evaluation.verdict", is("supported"))
                .body("evaluation.evidence", hasSize(1))
                .body("evaluation.evidence[0].claims", hasSize(2))
                .body("evaluation.evidence[0].baseline_claims", hasSize(1));
    }

    @Test
    void theLatestClaimsAreComparedSideBySide() {
        claim("A", killed, "\"figure\":1000000,\"qualifier\":\"almost\"," + WAR);
        claim("A", killed, "\"figure\":50,\"period\":\"2022-02-24/2025-01-19\"");
        claim("B", killed, "\"figure\":700000,\"qualifier\":\"about\"," + WAR);
        given().get("/v1/subjects/{s}/comparison?period=2022-02-24/2025-01-20", slug(killed))
                .then()
                .statusCode(200)
                .body("derived", is(true))
                .body("low", is(600000))
                .body("high", is(999999))
                .body("unit", is("people"))
                .body("items.figure", contains(1000000, 700000))
                .body("pairs", hasSize(1))
                .body("pairs[0].verdict", is("tension"))
                .body("pairs[0].relation", is("same"))
                .body("pairs[0].ratio", is(1.42857142857143f))
                .body("pairs[0].incomparable", nullValue())
                .body("claim_count", is(2))
                .body("claimant_count", is(2))
                .body("source_count", is(1));
    }

    @Test
    void theSourcesOfAComparisonAreCountedByPublisherWithThoseOfAppearances() {
        var a = claim("A", killed, "\"figure\":1000000,\"qualifier\":\"almost\"," + WAR);
        var b = claim("B", killed, "\"figure\":700000,\"qualifier\":\"about\"," + WAR);
        for (int i = 0; i < 20; i++) {
            appear(i % 2 == 0 ? a : b, "An agency of " + killed, i);
        }
        sources().body("source_count", is(2)); // beside the one that both claims have
        appear(b, "Another agency of " + killed, 20);
        sources().body("source_count", is(3)).body("claim_count", is(2));
        given().header("If-Match", "*").delete(b + "/appearances/11").then().statusCode(204);
        sources().body("source_count", is(2));
    }

    @Test
    void aCitysPeopleAreInsideItsCountrysButItsRateIsNot() {
        nest();
        Given.patch("/v1/subjects/" + slug(wounded), "{\"kind\":\"stock\"}")
                .then()
                .statusCode(200);
        Given.patch("/v1/subjects/" + slug(killed), "{\"kind\":\"stock\"}")
                .then()
                .statusCode(200);
        var people = claim("A", killed, "\"figure\":300,\"period\":\"2024\"");
        claim("B", wounded, "\"figure\":200,\"period\":\"2024\"");
        claim("B", wounded, "\"figure\":100,\"period\":\"2023/2024\"");
        var rate = claim("A", killed, "\"figure\":3,\"period\":\"2024\"", "%");
        claim("B", wounded, "\"figure\":2,\"period\":\"2024\"", "%");
        checks(people).body("items.verdict", contains("contradict")).body("items.other.figure", contains(200));
        checks(rate).body("items", empty());
    }

    @Test
    void whatSupersedesAndWasWithdrawnCountsAsNotThere() {
        var total = claim("A", killed, "\"figure\":100,\"period\":\"2024\"");
        var older = claim("B", killed, "\"figure\":300,\"period\":\"2024\"");
        var newer = claim(
                "B",
                killed,
                "\"figure\":100,\"period\":\"2024\",\"supersedes\":\"" + older.substring(older.lastIndexOf('/') + 1)
                        + "\"");
        checks(total).body("items.verdict", contains("agree"));
        given().header("If-Match", "*").delete(newer).then().statusCode(204);
        checks(total).body("items.verdict", contains("contradict"));
    }

    @Test
    void whatIsIncomparableIsNotListed() {
        var first = claim("A", killed, "\"figure\":100,\"period\":\"2023\"");
        claim("B", killed, "\"figure\":200,\"period\":\"2024\"");
        claim("C", killed, "\"figure\":300");
        claim("D", killed, "\"figure\":400,\"period\":\"2023\"", "tanks");
        claim("E", wounded, "\"figure\":1,\"period\":\"2023\"");
        checks(first).body("items", empty());
        given().get("/v1/subjects/{s}/comparison", slug(killed))
                .then()
                .body("pairs.incomparable", contains("period", "period", "unit", "period", "unit", "unit"));
    }

    @Test
    void aMissingPeriodIsNamed() {
        claim("A", killed, "\"figure\":100");
        given().get("/v1/subjects/{s}/implied", slug(killed))
                .then()
                .statusCode(400)
                .body("code", is("missing_parameter"))
                .body("errors[0].parameter", is("period"));
        when().get("/v1/subjects/nothing-of-that-name/implied?period=2024")
                .then()
                .statusCode(404);
        when().get("/v1/claims/abc/checks").then().statusCode(404);
    }

    private void nest() {
        claim("X", wounded, "\"figure\":5,\"period\":\"1900\"");
        claim("X", killed, "\"figure\":5,\"period\":\"1901\"");
        Given.patch("/v1/subjects/" + slug(killed), "{\"broader\":\"" + slug(wounded) + "\"}")
                .then()
                .statusCode(200);
    }

    private static String slug(String subject) {
        return Given.list("subject={s}&limit=1", subject).getString("items[0].subject_slug");
    }

    private static String total(int figure, String until) {
        return "\"figure\":" + figure + ",\"qualifier\":\"about\",\"rounded_to\":10,\"period\":\"2022-02-24/" + until
                + "\"";
    }

    private static String claim(String claimant, String subject, String fields) {
        return claim(claimant, subject, fields, "people");
    }

    private static String claim(String claimant, String subject, String fields, String unit) {
        return Given.claim(fields + ",\"unit\":\"" + unit + "\",\"claimant\":\"" + claimant + " of " + subject
                + "\",\"subject\":\"" + subject + "\",\"date\":\"2025-01-21\",\"source\":\"A newspaper\"");
    }

    private void appear(String claim, String publisher, int n) {
        var url = "https://example.org/" + killed.replace(' ', '-') + "/" + n;
        given().contentType("application/json")
                .body("{\"url\":\"" + url + "\",\"publisher\":\"" + publisher + "\"}")
                .post("/v1/sources")
                .then()
                .statusCode(201);
        given().contentType("application/json")
                .body("{\"source\":\"" + url + "\",\"date\":\"2025\"}")
                .post(claim + "/appearances")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse sources() {
        return given().get("/v1/subjects/{s}/comparison", slug(killed)).then().statusCode(200);
    }

    private static ValidatableResponse checks(String claim) {
        return given().get(claim + "/checks").then().statusCode(200);
    }
}
