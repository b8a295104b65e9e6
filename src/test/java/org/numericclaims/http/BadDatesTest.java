package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Dates and periods of claims that no calendar has, and those that only look so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadDatesTest {

    private static final String THREE_FORMS = "2025, 2025-01 or 2025-01-21";

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "1900-02-29", "2025-13", "2025-00", "2025-04-31"})
    void aDayThatNoCalendarHasIsImpossible(String date) {
        refused("date", date, "impossible_date", date);
    }

    /** The last has digits of full width. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "10000",
                "-0044",
                "2025-1-5",
                "20250105",
                "2025-W03",
                "2025?",
                "1/5/2025",
                "2025-01-21T10:00:00Z",
                "2025-01-21 10:00",
                " 2025 ",
                "2025\\n",
                "2025\\u0000",
                "２０２５"
            })
    void anotherFormOfADateIsRefusedWithTheThreeThereAre(String date) {
        refused("date", date, "malformed_date", THREE_FORMS);
    }

    @ParameterizedTest
    @CsvSource({
        "2025/2024, period_reversed, swap",
        "2025-01-21/2025-01-20, period_reversed, swap",
        "../.., malformed_period, 2024/..",
        ".., malformed_period, 2024/..",
        "2024/, malformed_period, 2024/..",
        "/2024, malformed_period, 2024/..",
        "a/b/c, malformed_period, 2024/..",
        "2024/2025/2026, malformed_period, 2024/..",
        "2024--2025, malformed_date, 2025-01-21",
        "' 2024/2025', malformed_date, 2025-01-21",
        "2023-02-29/.., impossible_date, 2023-02-29"
    })
    void aPeriodThatIsNoneIsNamed(String period, String code, String said) {
        refused("period", period, code, said);
        refused("baseline_period", period, code, said);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2022/2022-06",
        "2000-02-29, 2024-02-29",
        "2099-12-31, 2022-02-24/..",
        "0001, ../2024",
        "9999-12, 2024-02/2024-02-29"
    })
    void whatOnlyLooksWrongIsKeptAsItIs(String date, String period) {
        post("{\"figure\":5,\"period\":\"" + period + "\","
                        + rest(unique("odd date")).replace("2025-01-21", date) + "}")
                .then()
                .statusCode(201)
                .body("date", is(date))
                .body("period", is(period));
    }

    /** The claims are said on 2025-01-21. */
    @ParameterizedTest
    @CsvSource({"2022/.., 2026/..", "2022-02-24/.., 2020/2021", "2022/2023, 2024/.."})
    void aPeriodOfWhichNoDayIsLeftIsComparableWithNothing(String span, String period) {
        var subject = unique("no day left");
        var slug = given().contentType("application/json")
                .body("{\"name\":\"" + subject + "\",\"span\":\"" + span + "\"}")
                .post("/v1/subjects")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("slug");
        var fields = ",\"period\":\"" + period + "\"," + rest(subject);
        var one = Given.claim("\"figure\":5" + fields);
        Given.claim("\"figure\":9000" + fields.replace("Claimant of", "Another than"));
        given().get("/v1/subjects/{s}/comparison", slug)
                .then()
                .statusCode(200)
                .body("pairs.verdict", contains("incomparable"))
                .body("pairs.incomparable", contains("period"));
        given().get(one + "/checks").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "date_gte=2025-02-30, date_gte, 2025-02-30",
        "date_lte=20250105, date_lte, 2025-01-21",
        "date_lte=%202025, date_lte, 2025-01-21",
        "period_within=2025/2024, period_within, swap",
        "period_overlaps=../.., period_overlaps, 2024/..",
        "updated_gte=2026-11-24T12:00:00+02:00, updated_gte, %2B",
        "as_of=2026-11-24T12:00:00+02:00, as_of, Z"
    })
    void aTimeInAQueryThatCannotBeReadIsNamed(String query, String parameter, String said) {
        given().urlEncodingEnabled(false) // else the + would come as one
                .get("/v1/claims?" + query)
                .then()
                .statusCode(400)
                .body("code", is("malformed_parameter"))
                .body("errors.parameter", contains(parameter))
                .body("detail", containsString(said));
    }

    private static void refused(String field, String value, String code, String said) {
        var whole = "{\"figure\":5," + rest(unique("bad date")) + "}";
        var wrong = whole.replaceFirst("\"" + field + "\":\"[^\"]*\",", "");
        post(wrong.replace("{", "{\"" + field + "\":\"" + value + "\","))
                .then()
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains("/" + field))
                .body("detail", containsString(said));
    }
}
