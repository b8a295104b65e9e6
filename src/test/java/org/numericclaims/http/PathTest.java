package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PathTest {

    private static final String LIST = "/v1/claimants";
    private static final String JSON = "Content-Type: application/json";
    private static final List<String> OF_EACH_ANSWER =
            List.of("ETag", "Link", "Vary", "Content-Security-Policy", "X-Content-Type-Options");

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1", "/v1/nothing", "/v2/claimants", "/V1/claimants", "/v1/claimants/a/b/c"})
    void anUnknownPathIsAProblem(String path) throws Exception {
        Raw.ask("GET " + path).isProblem(404, "not_found");
        Raw.post(path, "{}".getBytes(UTF_8), JSON).isProblem(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/nothing", "/v1/claimants/a/b/c"})
    void theApiAnswersProblemsToBrowsersToo(String path) throws Exception {
        Raw.ask("GET " + path, "Accept: text/html").isProblem(404, "not_found");
    }

    @Test
    void anUnknownSlugIsAProblem() throws Exception {
        Raw.ask("GET /v1/claimants/nobody-of-that-name").isProblem(404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/v1/claimants,GET POST",
        "PUT,/v1/claimants,GET POST",
        "TRACE,/v1/claimants,GET POST",
        "FOO,/v1/claimants,GET POST",
        "POST,/v1/claimants/a,GET PUT PATCH DELETE",
        "TRACE,/v1/claimants/a,GET PUT PATCH DELETE",
        "GET,/v1/claimants/a/merge,POST",
        "POST,/v1/units,GET"
    })
    void anotherMethodIsRefusedWithThoseAllowed(String method, String path, String allowed) throws Exception {
        var answer = Raw.ask(method + " " + path).isProblem(405, "method_not_allowed");
        assertThat(answer.headers().get("Allow").split(", ?"))
                .contains(allowed.split(" "))
                .doesNotContain(method);
    }

    @Test
    void noHeaderChangesTheMethod() throws Exception {
        var answer = Raw.ask(
                "GET " + LIST, "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: DELETE", "X-Method-Override: PUT");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void optionsNamesTheMethods() throws Exception {
        var answer = Raw.ask("OPTIONS " + LIST);
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.headers().get("Allow").split(", ?"))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        assertThat(Raw.ask("OPTIONS " + LIST + "/a/merge")
                        .headers()
                        .get("Allow")
                        .split(", ?"))
                .containsExactlyInAnyOrder("POST", "OPTIONS");
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        var answer = Raw.ask("HEAD " + LIST);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
        var unknown = Raw.ask("HEAD /v1/claimants/nobody-of-that-name");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> headIsGetWithoutTheBodyOfEachOperation() throws Exception {
        return Documented.operations().stream()
                .filter(operation -> operation.method().equals("GET") && !operation.isOfKeys())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var get = new Provocation(operation).of(200);
                    var whole = get.send();
                    var head = new Request("HEAD", get.path(), get.headers(), null).send();
                    assertThat(head.status()).isEqualTo(whole.status()).isEqualTo(200);
                    assertThat(head.body()).isEmpty();
                    // its charset, which is always the same, is said only where there is a body
                    assertThat(whole.headers().get("Content-Type"))
                            .startsWith(head.headers().get("Content-Type"));
                    for (var header : OF_EACH_ANSWER) {
                        assertThat(head.headers().get(header))
                                .as(header)
                                .isEqualTo(whole.headers().get(header));
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/claimants/", "/v1/units/"})
    void aTrailingSlashChangesNothing(String path) throws Exception {
        var without = path.substring(0, path.length() - 1);
        assertThat(Raw.ask("GET " + path).body())
                .isEqualTo(Raw.ask("GET " + without).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/claimants",
                "/v1//claimants",
                "///evil.example/v1/claimants",
                "//evil.example/%2e%2e",
                "/v1/claimants;x",
                "/v1/claimants;x=1",
                "/v1;x/claimants",
                "/v1/claimants%3B",
                "/v1%2fclaimants",
                "/v1/claimants%2fa",
                "/v1/claimants/a%2fmerge",
                "/v1/claimants/a%5cb",
                "/v1/claimants%5c",
                "/v1/claimants/..",
                "/v1/claimants/../claimants",
                "/v1/x/../claimants",
                "/../../etc/passwd",
                "/v1/claimants/%2e%2e",
                "/v1/claimants/%2e%2e%2fclaimants",
                "/./v1/./claimants",
                "/v1/claimants/%00",
                "/v1/claimants/%0d%0aX-Evil:%20yes",
                "/v1/claimants/%e4%b8%ad",
                "/v1/claimants/%FF",
                "/v1/claimants/%C0%AF"
            })
    void anotherSpellingOfAPathIsNotFoundOrTheSame(String path) throws Exception {
        var answer = Raw.ask("GET " + path);
        assertThat(answer.headers()).doesNotContainKeys("Location", "X-Evil");
        if (answer.status() == 200) {
            assertThat(answer.body())
                    .isIn(Raw.ask("GET " + LIST).body(), Raw.ask("GET /").body());
        } else {
            answer.isProblem(404, "not_found");
        }
    }

    @Test
    void aControlCharacterInAHeaderIsNeverEchoed() throws Exception {
        var answer = Raw.ask("GET " + LIST, "X-Request-Id: a\u001b[31mb");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().toString() + answer.body()).doesNotContain("\u001b");
    }

    @Test
    void noOperationServesXml() throws Exception {
        var paths =
                JsonPath.from(Path.of("openapi/openapi.json").toFile()).<Map<String, Map<String, Object>>>get("paths");
        for (var path : paths.entrySet()) {
            for (var method : path.getValue().keySet()) {
                var address = path.getKey().replaceAll("\\{\\w+}", "a");
                Raw.ask(
                                method.toUpperCase(Locale.ROOT) + " " + address,
                                "Accept: application/xml",
                                "Content-Length: 0",
                                JSON)
                        .isProblem(406, "not_acceptable");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "image/png"})
    void whatIsNotServedIsNotAcceptable(String type) throws Exception {
        Raw.ask("GET " + LIST, "Accept: " + type).isProblem(406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void whatIsServedIsAcceptable(String type) throws Exception {
        assertThat(Raw.ask("GET " + LIST, "Accept: " + type).status()).isEqualTo(200);
    }

    @Test
    void onlyARemovalCanBeAskedForProblemsAlone() throws Exception {
        var accept = "Accept: application/problem+json";
        Raw.ask("DELETE " + LIST + "/nobody-by-that-name", accept, "If-Match: *")
                .isProblem(404, "not_found");
        Raw.ask("GET " + LIST, accept).isProblem(406, "not_acceptable");
    }

    @Test
    void aSaneRequestIdIsEchoed() throws Exception {
        var answer = Raw.ask("GET /v1/nothing", "X-Request-Id: abc-123_4.5");
        assertThat(answer.isProblem(404, "not_found").headers().get("X-Request-Id"))
                .isEqualTo("abc-123_4.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "ä", "<b>"})
    void anotherRequestIdIsReplaced(String id) throws Exception {
        replaced(id);
    }

    @Test
    void aLongRequestIdIsReplaced() throws Exception {
        replaced("a".repeat(101));
        var answer = Raw.ask("GET " + LIST, "X-Request-Id: " + "a".repeat(10_000));
        assertThat(answer.status()).isIn(200, 431);
        assertThat(answer.headers().toString()).doesNotContain("aaaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C0%AF", "%ED%A0%80", "a%80"})
    void aQueryThatCannotBeDecodedIsRefused(String text) throws Exception {
        Raw.ask("GET /v1/claimants?limit=" + text).isProblem(400, "malformed_encoding");
        Raw.ask("GET /v1/claimants?" + text + "=5").isProblem(400, "malformed_encoding");
        Raw.ask("GET /v1/units?x=" + text).isProblem(400, "malformed_encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%2", "a|b", "{a}", "<a>", "a\"b", "a\\b", "a^b", "a`b"})
    void anAddressThatIsNoUriIsRefused(String text) throws Exception {
        for (var before : List.of("/v1/claimants/", "/v1/claimants?limit=", "/", "/v1/nothing?x=")) {
            Raw.ask("GET " + before + text).isProblem(400, "malformed_encoding");
        }
        var answer = Raw.post(LIST + "?" + text, "{}".getBytes(UTF_8), JSON);
        assertThat(answer.isProblem(400, "malformed_encoding").json().getString("instance"))
                .isEqualTo(LIST);
    }

    @Test
    void whatWasMovedIsFoundInEverySpellingOfItsPath() throws Exception {
        for (var name : List.of("Moved From", "Moved To")) {
            Raw.post(LIST, ("{\"name\":\"" + name + "\"}").getBytes(UTF_8), JSON);
        }
        Raw.post(LIST + "/moved-from/merge", "{\"into\":\"moved-to\"}".getBytes(UTF_8), JSON);
        for (var path : List.of(
                "/v1/claimants/moved-from",
                "//v1/claimants/moved-from",
                "/v1///claimants//moved-from",
                "/v1/claimants;x=1/moved-from;y",
                "/v1/x/../claimants/./moved-from",
                "/v1/claimants/moved%2dfrom")) {
            var answer = Raw.ask("GET " + path).isProblem(308, "moved");
            assertThat(answer.headers()).as(path).containsEntry("Location", "/v1/claimants/moved-to");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | ''         | ''
            HEAD   | ''         | ''
            PUT    | ''         | {"name":"a"}
            PATCH  | ''         | {"name":"a"}
            DELETE | ''         | ''
            POST   | /merge     | {"into":"a"}
            GET    | /chart.svg?in=km | ''
            GET    | /series?date_gte=2025&format=csv&claimant=%C3%A4%26%0d%0a | ''
            """)
    void whatWasMovedTwiceIsMovedAtOnceForEachMethodWithItsQuery(String method, String rest, String body)
            throws Exception {
        var first = Things.add("subjects");
        var second = Things.add("subjects");
        var third = Things.add("subjects");
        for (var merged : List.of(List.of(first, second), List.of(second, third))) {
            Raw.post(merged.get(0) + "/merge", Things.into(merged.get(1)).getBytes(UTF_8), JSON);
        }
        var answer = Raw.ask(method + " " + first + rest, body.getBytes(UTF_8), JSON, "If-Match: *");
        assertThat(answer.status()).as(answer.body()).isEqualTo(308);
        assertThat(answer.headers()).containsEntry("Location", third + rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 2 | Content-Length: 3
            Content-Length: 2 | Content-Length: 2, 3
            Content-Length: 2 | Transfer-Encoding: chunked
            Transfer-Encoding: chunked | Content-Length: 2
            Content-Length: -1 | Accept: */*
            Content-Length: +2 | Accept: */*
            Content-Length: 2x | Accept: */*
            Content-Length: 99999999999999999999 | Accept: */*
            """)
    void aLengthThatIsInDoubtEndsTheConnection(String one, String other) throws Exception {
        var inside = "GET /v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var answers = Raw.everything("POST " + LIST + " HTTP/1.1\r\nHost: localhost\r\n" + JSON + "\r\n" + one + "\r\n"
                + other + "\r\n\r\n0\r\n\r\n" + inside);
        assertThat(answers).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void anUnknownParameterIsRefusedOnEveryOperation() throws Exception {
        Raw.ask("GET /v1/claimants?limt=5").isProblem(400, "unknown_parameter");
        Raw.ask("GET /v1/units?limit=5").isProblem(400, "unknown_parameter");
        Raw.ask("GET /v1/claimants/a?x=1").isProblem(400, "unknown_parameter");
        Raw.ask("GET /v1/claimants/a?x").isProblem(400, "unknown_parameter");
        Raw.post(LIST + "?dry_run=true", "{\"name\":\"Never kept\"}".getBytes(UTF_8), JSON)
                .isProblem(400, "unknown_parameter");
        assertThat(Raw.ask("GET /v1/claimants/never-kept").status()).isEqualTo(404);
    }

    @Test
    void aMissingIfMatchOutranksWhatCannotBeRead() throws Exception {
        Raw.ask("DELETE /v1/claimants/no-such-claimant?x=%FF").isProblem(428, "if_match_required");
        Raw.ask("DELETE /v1/claimants/no-such-claimant?x=1").isProblem(428, "if_match_required");
        Raw.ask("PUT /v1/claimants/no-such-claimant", JSON, "Content-Length: 0").isProblem(428, "if_match_required");
        Raw.ask("PUT /v1/claimants/no-such-claimant", "Content-Length: 0").isProblem(415, "unsupported_media_type");
        Raw.ask("DELETE /v1/claimants/no-such-claimant", "If-Match: 3").isProblem(400, "malformed_header");
        Raw.ask("DELETE /v1/claimants/no-such-claimant", "If-Match: \"3\"").isProblem(404, "not_found");
    }

    private static void replaced(String id) throws Exception {
        var answer = Raw.ask("GET /v1/nothing", "X-Request-Id: " + id).isProblem(404, "not_found");
        assertThat(answer.headers().get("X-Request-Id")).matches("[0-9a-f-]{36}");
    }
}
