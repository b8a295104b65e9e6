package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FigureResourceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "open", textBlock = """
            almost a million            | 800000 | 999999 | 900000 | 999999
            about 700,000               | 600000 | 800000 | 650000 | 750000
            over 818,000                | 818001 | open   | 818001 | 819000
            434,000                     | 433500 | 434500 | 433500 | 434500
            5                           | 5      | 5      | 5      | 5
            almost 3                    | 2      | 2      | 2      | 2
            nearly 45,000               | 44000  | 44999  | 44500  | 44999
            up to 30,000                | 0      | 30000  | 24000  | 30000
            under 50                    | 0      | 49     | 40     | 49
            half a million              | 450000 | 550000 | 450000 | 550000
            500+                        | 501    | open   | 501    | 600
            a couple of hundred         | 160    | 240    | 180    | 220
            three quarters of a million | 675000 | 825000 | 675000 | 825000
            two dozen                   | 22     | 26     | 22     | 26
            """)
    void wordsAboutPeopleHaveTheirBounds(
            String text, BigDecimal low, BigDecimal high, BigDecimal likelyLow, BigDecimal likelyHigh) {
        parse(text, "people")
                .statusCode(200)
                .body("low", number(low))
                .body("high", number(high))
                .body("likely_low", number(likelyLow))
                .body("likely_high", number(likelyHigh))
                .body("unit", is("people"));
    }

    @Test
    void aSentenceIsKeptAroundItsFigure() {
        parse("In 2024 over 3.5 % of them\nleft.", null)
                .statusCode(200)
                .body("before", is("In 2024 "))
                .body("text", is("over 3.5 %"))
                .body("after", is(" of them\nleft."))
                .body("qualifier", is("over"))
                .body("figure", number(new BigDecimal("3.5")))
                .body("low", number(new BigDecimal("3.5")))
                .body("high", nullValue())
                .body("likely_high", number(new BigDecimal("3.6")))
                .body("unit", is("%"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            few                  | figure_vague
            a third              | not_a_decimal
            1.234.567            | number_ambiguous
            over 10 but under 20 | two_bounds
            in 2024              | no_figure
            30–40,000            | number_ambiguous
            """)
    void whatIsNotSafeIsRefusedWithItsReason(String text, String reason) {
        parse(text, "people")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("figure_text_unreadable"))
                .body("errors[0].pointer", is("/text"))
                .body("errors[0].code", is(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "5 dead, peopl, unknown_unit, /unit",
        "5 dead, million people, scale_in_unit, /unit",
        "under 0, people, empty_interval, /text",
        "' ', people, blank, /text"
    })
    void whatMakesNoSenseIsNamed(String text, String unit, String code, String pointer) {
        parse(text, unit).statusCode(422).body("code", is(code)).body("errors[0].pointer", is(pointer));
    }

    @Test
    void aTextIsTooLongBeyondTwoThousandCharacters() {
        parse("9".repeat(2001), null).statusCode(422).body("code", is("too_long"));
    }

    @Test
    void theKnownUnitsSayWhatTheyConvertInto() {
        when().get("/v1/units")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'miles' }.converts_into", hasItem("km"))
                .body("items.find { it.name == 'miles' }.ucum", is("[mi_i]"))
                .body("items.find { it.name == 'people' }.aliases", hasItem("soldiers"))
                .body("items.find { it.name == 'people' }.kind", is("count"))
                .body("next", nullValue());
    }

    private static ValidatableResponse parse(String text, String unit) {
        var body = unit == null ? Map.of("text", text) : Map.of("text", text, "unit", unit);
        return given().config(RestAssured.config()
                        .jsonConfig(
                                JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/figures/parse")
                .then();
    }

    /** A JSON number of that value, however the reader boxes it. */
    private static Matcher<Object> number(BigDecimal value) {
        return value == null ? nullValue() : hasToString(value.toPlainString());
    }
}
