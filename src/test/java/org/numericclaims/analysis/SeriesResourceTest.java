package org.numericclaims.analysis;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.config.JsonConfig.jsonConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SeriesResourceTest {

    @Test
    void eachClaimantHasALineByNameWithItsClaimsByDate() {
        var subject = unique("lines");
        said(subject, 3, "zoe " + subject, "2025");
        said(subject, 2, "zoe " + subject, "2025-12-31");
        said(subject, 1, "zoe " + subject, "2024-06");
        said(subject, 9, "Émile " + subject, "2023");
        said(subject, 8, "Frida " + subject, "2023");
        series(subject, "")
                .body("subject", is(subject))
                .body("unit", is("people"))
                .body("left_out", is(0))
                .body("lines.claimant", contains("Émile " + subject, "Frida " + subject, "zoe " + subject))
                .body("lines[0].claimant_slug", startsWith("emile-"))
                .body("lines[2].points.figure", contains(1, 3, 2))
                .body("lines[2].points.date", contains("2024-06", "2025", "2025-12-31"));
    }

    @Test
    void aPointHasTheFigureItsWordsAndItsBounds() {
        var subject = unique("point");
        var over = Given.claim(subject, "\"figure\":818000,\"qualifier\":\"over\",\"period\":\"2022-02-24/..\"");
        series(subject, "")
                .body("lines[0].points[0].claim", is(id(over)))
                .body("lines[0].points[0].date", is("2025-01-21"))
                .body("lines[0].points[0].period", is("2022-02-24/.."))
                .body("lines[0].points[0].figure", is(818000))
                .body("lines[0].points[0].figure_to", nullValue())
                .body("lines[0].points[0].qualifier", is("over"))
                .body("lines[0].points[0].low", is(818001))
                .body("lines[0].points[0].high", nullValue())
                .body("lines[0].points[0].likely_low", is(818001))
                .body("lines[0].points[0].likely_high", is(819000))
                .body("lines[0].points[0].superseded", is(false))
                .body("lines[0].points[0].status", is("active"));
    }

    @Test
    void withItsNarrowerSubjectsEachHasLinesOfItsOwn() {
        var wide = unique("wide");
        var narrow = unique("narrow");
        given().contentType("application/json")
                .body("{\"name\":\"" + wide + "\"}")
                .post("/v1/subjects");
        given().contentType("application/json")
                .body("{\"name\":\"" + narrow + "\",\"broader\":\"" + slug(wide) + "\"}")
                .post("/v1/subjects")
                .then()
                .statusCode(201);
        said(wide, 9, "Ann " + wide, "2024");
        said(narrow, 4, "Ann " + wide, "2024");
        series(wide, "").body("lines.subject", contains(wide)).body("lines.points.figure", contains(List.of(9)));
        series(wide, "narrower=true")
                .body("lines.claimant", contains("Ann " + wide, "Ann " + wide))
                .body("lines.subject", contains(narrow, wide))
                .body("lines.subject_slug", contains(slug(narrow), slug(wide)))
                .body("lines.points.figure", contains(List.of(4), List.of(9)));
        when().get("/v1/subjects/{s}/chart.svg?narrower=true", slug(wide))
                .then()
                .statusCode(200)
                .body(containsString("Ann " + wide + ": " + narrow));
        when().get("/v1/subjects/{s}/series?narrower=perhaps", slug(wide))
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsSupersededOrRetractedIsMarkedAndWhatIsWithdrawnOrComparativeIsOut() {
        var subject = unique("marked");
        var old = Given.claim(subject, "\"figure\":1");
        var newer = Given.claim(subject, "\"figure\":2,\"supersedes\":\"" + id(old) + "\"");
        Given.claim(subject, "\"figure\":3,\"status\":\"retracted\"");
        var gone = Given.claim(subject, "\"figure\":4");
        Given.claim("\"figure\":5,\"qualifier\":\"over\",\"baseline_period\":\"2023\","
                + rest(subject).replace("people", "times"));
        given().header("If-Match", "*").delete(gone).then().statusCode(204);
        series(subject, "")
                .body("lines[0].points.figure", contains(1, 2, 3))
                .body("lines[0].points.superseded", contains(true, false, false))
                .body("lines[0].points.status", contains("active", "active", "retracted"))
                .body("left_out", is(0));
        given().header("If-Match", "*").delete(newer).then().statusCode(204);
        series(subject, "").body("lines[0].points.superseded", contains(false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day     | 2 3 4 5 6 7 8
            week    | 3 4 5 7 8
            month   | 4 5 6 7 8
            quarter | 5 6 7 8
            year    | 6 8
            """)
    void anIntervalKeepsTheLastClaimOfEach(String interval, String figures) {
        var subject = unique("interval");
        // the week from 2022-12-26 ends on 2023-01-01
        var dates = List.of(
                "2022-01-03", "2022-01-03", "2022-01-09", "2022-01-10", "2022-02", "2022-12-26", "2023-01-01", "2023");
        for (int i = 0; i < dates.size(); i++) {
            said(subject, i + 1, "A " + subject, dates.get(i));
        }
        said(subject, 100, "B " + subject, "2022-01-03");
        series(subject, "interval=" + interval)
                .body("lines[0].points.figure.join(' ')", is(figures))
                .body("lines[1].points.figure", contains(100));
    }

    @Test
    void theUnitOfMostClaimsIsTakenAndOthersAreConverted() {
        var subject = unique("units");
        measured(subject, "\"figure\":1", "km");
        measured(subject, "\"figure\":2", "km");
        measured(subject, "\"figure\":1,\"figure_to\":2,\"qualifier\":\"between\"", "miles");
        measured(subject, "\"figure\":5", "people");
        series(subject, "")
                .body("unit", is("km"))
                .body("left_out", is(1))
                .body("lines[0].points.figure*.toString()", contains("1", "2", "1.609344"))
                .body("lines[0].points[2].figure_to.toString()", is("3.218688"))
                .body("lines[0].points[2].low.toString()", is("1.609344"))
                .body("lines[0].points[2].high.toString()", is("3.218688"));
        series(subject, "in=mi")
                .body("unit", is("miles"))
                .body("left_out", is(1))
                // 1 km = 0.621371192237333969… miles
                .body("lines[0].points[0].figure.toString()", is("0.621371192237334"))
                // 0.5 km down, 1.5 km up
                .body("lines[0].points[0].low.toString()", startsWith("0.5592"))
                .body("lines[0].points[2].figure", is(1));
        series(subject, "in=USD")
                .body("unit", is("USD"))
                .body("left_out", is(4))
                .body("lines", empty());
    }

    @Test
    void convertedBoundsAreRoundedOutward() {
        var subject = unique("outward");
        measured(subject, "\"figure\":1,\"qualifier\":\"exactly\"", "km");
        series(subject, "in=miles")
                .body("lines[0].points[0].low.toString()", is("0.621371192237333"))
                .body("lines[0].points[0].figure.toString()", is("0.621371192237334"))
                .body("lines[0].points[0].high.toString()", is("0.621371192237334"));
    }

    @Test
    void ofUnitsAsOftenUsedTheFirstByTheAlphabetIsTaken() {
        var subject = unique("tie");
        measured(subject, "\"figure\":1", "vehicles");
        measured(subject, "\"figure\":1", "people");
        series(subject, "").body("unit", is("people")).body("left_out", is(1));
    }

    @Test
    void filtersNarrowTheSeriesAndNotTheUnit() {
        var subject = unique("filters");
        said(subject, 1, "A " + subject, "2023");
        said(subject, 2, "A " + subject, "2024-06");
        said(subject, 3, "B " + subject, "2025-01-21");
        measured(subject, "\"figure\":4", "km");
        series(subject, "claimant=a " + subject)
                .body("lines.points.flatten().figure", contains(1, 2))
                .body("left_out", is(0));
        series(subject, "claimant=A " + subject + "&claimant=B " + subject)
                .body("lines.points.flatten().figure", contains(1, 2, 3));
        series(subject, "date_gte=2024&date_lte=2024").body("lines.points.flatten().figure", contains(2));
        series(subject, "date_lte=2024-06-29").body("lines.points.flatten().figure", contains(1));
        series(subject, "claimant=Claimant of " + subject)
                .body("unit", is("people"))
                .body("left_out", is(1))
                .body("lines", empty());
        series(subject, "claimant=nobody-of-that-name").body("lines", empty());
    }

    @Test
    void aSubjectWithoutClaimsHasASeriesWithoutLines() {
        var slug = given().contentType("application/json")
                .body("{\"name\":\"" + unique("empty") + "\"}")
                .post("/v1/subjects")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("slug");
        when().get("/v1/subjects/{s}/series", slug)
                .then()
                .statusCode(200)
                .body("unit", nullValue())
                .body("lines", empty())
                .body("left_out", is(0));
        assertThat(when().get("/v1/subjects/{s}/series?format=csv", slug).asString())
                .isEqualTo(HEADER);
    }

    @Test
    void asATableItHasARowForEachPoint() {
        var subject = unique("table");
        var first = said(subject, 1, "=Sum, \\\"A\\\" " + subject, "2023");
        var second = Given.claim("\"figure\":-0.000000000000000001,\"qualifier\":\"exactly\","
                + rest(subject).replace("Claimant of", "Ö, B").replace("people", "%"));
        var third = Given.claim("\"figure\":1e30,\"figure_to\":1e30,\"qualifier\":\"between\",\"period\":\"2024\","
                + rest(subject).replace("Claimant of", "Z"));
        var of = "," + subject + "," + slug(subject) + ",";
        var expected = HEADER + "\"'=Sum, \"\"A\"\" " + subject + "\","
                + slug("sum-a " + subject) + of + id(first) + ",2023,,1,,plain,1,1,1,1,false,active,people\r\n"
                + "Z " + subject + "," + slug("z " + subject) + of + id(third)
                + (",2025-01-21,2024,#,#,between,#,#,#,#,false,active,people\r\n").replace("#", "1" + "0".repeat(30));
        assertThat(table(subject, "in=people")).isEqualTo(expected);
        assertThat(table(subject, "in=%25"))
                .isEqualTo(HEADER + "\"Ö, B " + subject + "\"," + slug("o-b " + subject) + of + id(second)
                        + ",2025-01-21,,#,,exactly,#,#,#,#,false,active,%\r\n".replace("#", "-0.000000000000000001"));
    }

    @Test
    void theFormIsAsAcceptOrFormatSays() {
        var subject = unique("form");
        Given.claim(subject, "\"figure\":1");
        var path = "/v1/subjects/" + slug(subject) + "/series";
        given().accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=utf-8"))
                .header("Content-Disposition", is("attachment; filename=\"" + slug(subject) + "-series.csv\""))
                .header("Vary", containsString("Accept"));
        given().accept("application/json, text/csv;q=0.5").get(path).then().contentType("application/json");
        given().accept("*/*").get(path).then().contentType("application/json");
        given().accept("text/html,*/*;q=0.8").get(path + "?format=csv").then().contentType("text/csv");
        given().accept("text/csv").get(path + "?format=json").then().contentType("application/json");
        given().accept("application/xml").get(path).then().statusCode(406).body("code", is("not_acceptable"));
        given().head(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format=xml                    | 400 | unknown_value       | format
            format=csv&format=csv         | 400 | repeated_parameter  | format
            interval=decade               | 400 | unknown_value       | interval
            interval=                     | 400 | empty_parameter     | interval
            in=km/hh                      | 400 | unknown_unit        | in
            in=peopl                      | 400 | unknown_unit        | in
            in=km&in=mi                   | 400 | repeated_parameter  | in
            date_gte=2025-02-30           | 400 | malformed_parameter | date_gte
            date_gte=2025&date_lte=2024   | 422 | range_reversed      | date_gte
            claimnt=x                     | 400 | unknown_parameter   | claimnt
            limit=5                       | 400 | unknown_parameter   | limit
            """)
    void aParameterThatIsWrongIsNamed(String query, int status, String code, String parameter) {
        when().get("/v1/subjects/nothing-of-that-name/series?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].parameter", is(parameter));
    }

    @Test
    void aSubjectThatIsUnknownIs404AndOneThatWasMergedLeadsOn() {
        when().get("/v1/subjects/nothing-of-that-name/series").then().statusCode(404);
        var from = unique("from");
        var into = unique("into");
        Given.claim(from, "\"figure\":1");
        Given.claim(into, "\"figure\":2");
        given().contentType("application/json")
                .body("{\"into\":\"" + slug(into) + "\"}")
                .post("/v1/subjects/{s}/merge", slug(from))
                .then()
                .statusCode(200);
        given().redirects()
                .follow(false)
                .get("/v1/subjects/{s}/series?interval=day", slug(from))
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/subjects/" + slug(into) + "/series?interval=day"));
        series(into, "").body("lines.points.flatten().figure", contains(1, 2));
    }

    private static final String HEADER = Stream.of(
                    "claimant",
                    "claimant_slug",
                    "subject",
                    "subject_slug",
                    "claim",
                    "date",
                    "period",
                    "figure",
                    "figure_to",
                    "qualifier",
                    "low",
                    "high",
                    "likely_low",
                    "likely_high",
                    "superseded",
                    "status",
                    "unit")
            .collect(Collectors.joining(",", "", "\r\n"));

    private static ValidatableResponse series(String subject, String query) {
        return given().config(config().jsonConfig(jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .get("/v1/subjects/" + slug(subject) + "/series" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private static String table(String subject, String query) {
        return given().urlEncodingEnabled(false)
                .accept("text/csv")
                .get("/v1/subjects/" + slug(subject) + "/series?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String said(String subject, int figure, String claimant, String date) {
        return Given.claim("\"figure\":" + figure + ","
                + rest(subject).replace("Claimant of " + subject, claimant).replace("2025-01-21", date));
    }

    private static void measured(String subject, String figure, String unit) {
        Given.claim(figure + "," + rest(subject).replace("people", unit));
    }

    private static String slug(String name) {
        return name.replace(' ', '-');
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
