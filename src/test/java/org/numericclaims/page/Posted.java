package org.numericclaims.page;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The form of a claim as a browser without scripts posts it. */
final class Posted {

    private Posted() {}

    static RequestSpecification browser() {
        return given().accept("text/html").redirects().follow(false);
    }

    static ValidatableResponse form(Map<String, ?> fields) {
        return form("/new", fields);
    }

    static ValidatableResponse form(String address, Map<String, ?> fields) {
        return form(browser(), address, fields);
    }

    static ValidatableResponse form(RequestSpecification browser, String address, Map<String, ?> fields) {
        return browser.contentType(ContentType.URLENC.withCharset("utf-8"))
                .formParams(fields)
                .post(address)
                .then();
    }

    /** What makes a claim whole, by a claimant of that name. */
    static Map<String, String> claim(String claimant) {
        return Map.of(
                "figure_text", "almost a million",
                "unit", "people",
                "claimant", claimant,
                "date", "2025-01-20",
                "source", "https://example.org/a");
    }
}
