package org.numericclaims.oracle;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.numericclaims.claim.Given;

/** Speaks JSON with the service under test, and reads by thousands of small requests; each must succeed. */
final class Client {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode get(String path) {
        var uri = URI.create("http://localhost:" + RestAssured.port + path);
        try {
            var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return read("GET " + path, answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode post(String path, JsonNode body) {
        var answer =
                given().contentType("application/json").body(body.toString()).post(path);
        return read("POST " + path, answer.statusCode(), answer.asString());
    }

    void patch(String path, String body) {
        var answer = Given.patch(path, body);
        read("PATCH " + path, answer.statusCode(), answer.asString());
    }

    void delete(String path) {
        var answer = given().header("If-Match", "*").delete(path);
        read("DELETE " + path, answer.statusCode(), answer.asString());
    }

    /** Each page, as far as the list goes on. */
    List<JsonNode> pages(String path) {
        var pages = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = get(path + cursor);
            pages.add(page);
            var next = page.path("next").textValue();
            cursor = next == null ? null : (path.contains("?") ? "&" : "?") + "cursor=" + encoded(next);
        } while (cursor != null);
        return pages;
    }

    /** The items of all pages. */
    List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        pages(path).forEach(page -> page.get("items").forEach(items::add));
        return items;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(String what, int status, String body) {
        if (status / 100 != 2) {
            throw new AssertionError(what + ": " + status + " " + body);
        }
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
