package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Figures that go wrong on their way in, and those that only look so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadFiguresTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String DIGITS = "1".repeat(900_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # fields                                          | status | code                | pointer      | what is said of it
            "figure":1e31                                     | 422 | figure_out_of_range    | /figure      | from 1e-18 to 1e30
            "figure":-1e400                                   | 422 | figure_out_of_range    | /figure      | from 1e-18 to 1e30
            "figure":1e-400                                   | 422 | figure_out_of_range    | /figure      | from 1e-18 to 1e30
            "figure":1e1000000000                             | 422 | figure_out_of_range    | /figure      | from 1e-18 to 1e30
            "figure":5,"figure_to":1e31,"qualifier":"between" | 422 | figure_out_of_range    | /figure_to   | from 1e-18 to 1e30
            "figure":5,"rounded_to":1e-19                     | 422 | figure_out_of_range    | /rounded_to  | from 1e-18 to 1e30
            "figure":1234567890123456                         | 422 | too_many_digits        | /figure      | 15
            "figure":"12"                                     | 400 | wrong_type             | /figure      | a bare number
            "figure":"1,000"                                  | 400 | wrong_type             | /figure      | 'figure_text'
            "figure":{"value":5}                              | 400 | wrong_type             | /figure      | a bare number
            "figure":5,"rounded_to":-1                        | 422 | not_positive           | /rounded_to  | above 0
            "figure":5,"best":5                               | 422 | best_without_between   | /best        | between
            "figure_text":"under 0 people"                    | 422 | empty_interval         | /figure      | No number fits
            "figure_text":"almost 0 people"                   | 422 | empty_interval         | /figure      | No number fits
            "figure_text":"2.5 million or so maybe"           | 422 | figure_text_unreadable | /figure_text | maybe
            "figure_text":"1.234.567"                         | 422 | figure_text_unreadable | /figure_text | 1.234.567
            "figure_text":"1,5"                               | 422 | figure_text_unreadable | /figure_text | 1,5
            "figure_text":"12,34,567"                         | 422 | figure_text_unreadable | /figure_text | 12,34,567
            "figure_text":"1'234"                             | 422 | figure_text_unreadable | /figure_text | 1'234
            "figure_text":"١٢٣"                               | 422 | figure_text_unreadable | /figure_text | ١٢٣
            "figure_text":"over 10 but under 20"              | 422 | figure_text_unreadable | /figure_text | over 10 but under 20
            """)
    void aFigureThatIsWrongIsNamed(String fields, int status, String code, String pointer, String said) {
        post("{" + fields + "," + rest(unique("wrong")) + "}")
                .then()
                .statusCode(status)
                .body("code", is(code))
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].detail", containsString(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # unit | fields                                   | figure  | low               | high              | likely_low        | likely_high
            people | "figure":-0                              | 0       | 0                 | 0                 | 0                 | 0
            people | "figure":0e9                             | 0       | 0                 | 0                 | 0                 | 0
            people | "figure_text":"almost 5 people"          | 5       | 4                 | 4                 | 4                 | 4
            people | "figure":1e30,"qualifier":"about"        | 1e30    | 8e29              | 1.2e30            | 9e29              | 1.1e30
            %      | "figure":0.123456789012345               | 0.123456789012345 | 0.123456789012344 | 0.123456789012346 | 0.123456789012344 | 0.123456789012346
            people | "figure":123456789012345000              | 123456789012345000 | 123456789012344000 | 123456789012346000 | 123456789012344000 | 123456789012346000
            people | "figure_text":"1,234,567"                | 1234567 | 1234567           | 1234567           | 1234567           | 1234567
            people | "figure_text":"1 234 567"                | 1234567 | 1234567           | 1234567           | 1234567           | 1234567
            people | "figure_text":"two point five million"   | 2500000 | 2450000           | 2550000           | 2450000           | 2550000
            people | "figure":6000,"figure_text":"about 5,000" | 6000   | 5500              | 6500              | 5500              | 6500
            """)
    void whatOnlyLooksWrongIsTakenAsItIs(
            String unit,
            String fields,
            BigDecimal figure,
            BigDecimal low,
            BigDecimal high,
            BigDecimal likelyLow,
            BigDecimal likelyHigh)
            throws IOException {
        var claim = JSON.readTree(
                post("{" + fields + "," + rest(unique("taken")).replace("\"people\"", "\"" + unit + "\"") + "}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asByteArray());
        assertThat(claim.get("figure").decimalValue()).isEqualByComparingTo(figure);
        assertThat(claim.get("low").decimalValue()).isEqualByComparingTo(low);
        assertThat(claim.get("high").decimalValue()).isEqualByComparingTo(high);
        assertThat(claim.get("likely_low").decimalValue()).isEqualByComparingTo(likelyLow);
        assertThat(claim.get("likely_high").decimalValue()).isEqualByComparingTo(likelyHigh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "0e9", "-0.00", "0E-18"})
    void everyZeroIsWrittenAlike(String zero) {
        post("{\"figure\":" + zero + "," + rest(unique("zero")) + "}")
                .then()
                .statusCode(201)
                .body(containsString("\"figure\":0,"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/claims         | application/json     | {"figure":$}                                         | 400 | number_too_long
            /v1/claims         | application/json     | {"figure_text":"$","unit":"people","claimant":"A","date":"2025","source":"B"} | 422 | too_long
            /v1/figures/parse  | application/json     | {"text":"$"}                                         | 422 | too_long
            /v1/claims/import  | application/json     | {"claims":[{"figure":$}]}                            | 400 | number_too_long
            /v1/claims/import  | application/x-ndjson | {"figure":$}                                         | 422 | number_too_long
            /v1/claims/import  | text/csv             | figure,unit,claimant,date,source~$,people,A,2025,B~  | 400 | malformed_csv
            """)
    void aMegabyteOfDigitsIsNeverExpanded(String path, String type, String body, int status, String code)
            throws Exception {
        var sent = body.replace("$", DIGITS).replace("~", "\n").getBytes(UTF_8);
        Raw.post(path, sent, "Content-Type: " + type).isProblem(status, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            km/hh          | unknown_unit  | km/h
            $$             | unknown_unit  | the nearest
            million people | scale_in_unit | the scale belongs to the figure
            bn             | scale_in_unit | the scale belongs to the figure
            """)
    void aUnitThatIsNoneIsRefusedWithTheNearest(String unit, String code, String said) {
        post("{\"figure\":5," + rest(unique("unit")).replace("\"people\"", "\"" + unit + "\"") + "}")
                .then()
                .statusCode(422)
                .body("code", is(code))
                .body("errors[0].pointer", is("/unit"))
                .body("detail", containsString(said));
    }

    @Test
    void aRatioToZeroIsNone() {
        var subject = unique("nothing of it");
        var of2024 = "\"figure\":0,\"period\":\"2024\"," + rest(subject);
        var first = Given.claim(of2024);
        Given.claim(of2024.replace("Claimant of", "Another than"));
        var slug = given().get(first).<String>path("subject_slug");
        given().get("/v1/subjects/{s}/comparison", slug)
                .then()
                .statusCode(200)
                .body("pairs[0].verdict", is("agree"))
                .body("pairs[0].ratio", nullValue());
    }

    @Test
    void moreThanNothingIsNoRatioEither() {
        var subject = unique("some of it");
        var nothing = unique("nothing of it");
        var period = ",\"period\":\"2024\",";
        Given.claim("\"figure\":5" + period + rest(subject).replace("Claimant of " + subject, "Teller of " + nothing));
        Given.claim("\"figure\":0" + period + rest(nothing).replace("Claimant of " + nothing, "Teller of " + nothing));
        var twice = Given.claim("\"figure\":2,\"qualifier\":\"over\",\"baseline_subject\":\"" + nothing
                + "\",\"baseline_period\":\"2024\"" + period
                + rest(subject).replace("people", "times").replace("Claimant of " + subject, "Teller of " + nothing));
        given().get(twice + "/checks")
                .then()
                .statusCode(200)
                .body("evaluation.evidence.size()", is(1))
                .body("evaluation.evidence[0].ratio_high", nullValue());
    }
}
