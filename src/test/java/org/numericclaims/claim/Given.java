package org.numericclaims.claim;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicInteger;

/** Claims for tests, each test's own under names of its own. */
public final class Given {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Given() {}

    /** A name that no other test has. */
    public static String unique(String name) {
        return name + " " + Integer.toString(NEXT.incrementAndGet(), 36) + "x" + Long.toString(System.nanoTime(), 36);
    }

    /** What makes a claim whole beside its figure: the fields of a JSON object, without braces. */
    public static String rest(String subject) {
        return "\"unit\":\"people\",\"claimant\":\"Claimant of " + subject + "\",\"subject\":\"" + subject
                + "\",\"date\":\"2025-01-21\",\"source\":\"https://example.org/a\"";
    }

    public static Response post(String json) {
        return given().contentType(ContentType.JSON).body(json).post("/v1/claims");
    }

    /** Adds a claim with these fields, which must succeed; its address. */
    public static String claim(String fields) {
        return post("{" + fields + "}").then().statusCode(201).extract().header("Location");
    }

    /** Adds a claim about the subject with these fields beside what makes it whole; its address. */
    public static String claim(String subject, String fields) {
        return claim(fields + "," + rest(subject));
    }

    public static Response put(String address, String json) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(json)
                .put(address);
    }

    public static Response patch(String address, String json) {
        return given().contentType("application/merge-patch+json;charset=utf-8")
                .header("If-Match", "*")
                .body(json)
                .patch(address);
    }

    public static JsonPath list(String query, Object... values) {
        return given().get("/v1/claims?" + query, values)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
