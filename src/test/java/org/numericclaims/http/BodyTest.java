package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BodyTest {

    private static final String PATH = "/v1/claimants";
    private static final String JSON = "Content-Type: application/json";

    static Stream<Arguments> unreadable() {
        return Stream.of(
                refused("", "empty_body", 1, 1),
                refused(" \r\n\t ", "empty_body", 1, 1),
                refused("null", "empty_body", 1, 1),
                refused("[]", "not_an_object", 1, 1),
                refused("[{\"name\":\"a\"}]", "not_an_object", 1, 1),
                refused("\"name\"", "not_an_object", 1, 1),
                refused("42", "not_an_object", 1, 1),
                refused("true", "not_an_object", 1, 1),
                refused("name", "invalid_json", 1, 1),
                refused("{}x", "invalid_json", 1, 3),
                refused("{}{}", "invalid_json", 1, 3),
                refused("{} []", "invalid_json", 1, 4),
                refused("{", "invalid_json", 1, 2),
                refused("{\"name\":\"a", "invalid_json", 1, 11),
                refused("{\n  // a comment\n}", "invalid_json", 2, 3),
                refused("{/* a comment */}", "invalid_json", 1, 2),
                refused("{\n  \"name\": \"a\",\n}", "invalid_json", 3, 1),
                refused("{\"aliases\":[\"a\",]}", "invalid_json", 1, 17),
                refused("{'name':'a'}", "invalid_json", 1, 2),
                refused("{name:\"a\"}", "invalid_json", 1, 2),
                refused("{\"name\":\"a\nb\"}", "invalid_json", 1, 11),
                refused("{\"name\":\"\\x\"}", "invalid_json", 1, 11),
                refused("{\"name\":NaN}", "invalid_json", 1, 12),
                refused("{\"name\":Infinity}", "invalid_json", 1, 17),
                refused("{\"name\":-Infinity}", "invalid_json", 1, 18),
                refused("{\"name\":+1}", "invalid_json", 1, 10),
                refused("{\"name\":.5}", "invalid_json", 1, 9),
                refused("{\"name\":5.}", "invalid_json", 1, 10),
                refused("{\"name\":01}", "invalid_json", 1, 10),
                refused("{\"name\":0x10}", "invalid_json", 1, 10),
                refused("{\"name\":\"a\",\"name\":\"b\"}", "duplicate_key", 1, 19),
                refused("{\"name\":{\"a\":1,\n\"a\":1}}", "duplicate_key", 2, 4));
    }

    private static Arguments refused(String body, String code, int line, int column) {
        var shown = body.length() > 40 ? body.substring(0, 40) + "…" : body;
        return arguments(named(shown.replaceAll("\\s", " ") + " is " + code, body), code, line, column);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoJsonObjectIsRefusedWithItsPlace(String body, String code, int line, int column) throws Exception {
        var fault =
                Raw.post(PATH, body.getBytes(UTF_8), JSON).isProblem(400, code).json();
        assertThat(fault.getMap("errors[0]"))
                .containsEntry("code", code)
                .containsEntry("line", line)
                .containsEntry("column", column);
    }

    static Stream<Arguments> beyondTheLimits() {
        var digits = "1".repeat(1_001);
        return Stream.of(
                refused("[".repeat(100_000), "too_deep", 1, 51),
                refused("{\n\"a\":" + "[".repeat(100_000), "too_deep", 2, 54),
                refused("{\n\"a\":".repeat(100_000), "too_deep", 51, 5),
                refused("{\"name\":" + digits + "}", "number_too_long", 1, 9),
                refused("{\"name\":-0." + digits + "}", "number_too_long", 1, 9),
                refused("{\"name\":\n [2," + digits + "]}", "number_too_long", 2, 5),
                refused("{\n  \"name\": " + "1".repeat(900_000) + "}", "number_too_long", 2, 11));
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        Raw.post(PATH, ("{\"" + "a".repeat(900_000) + "\":1}").getBytes(UTF_8), JSON)
                .isProblem(400, "too_long");
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void whatIsTooDeepOrTooLongIsRefusedWithItsPlace(String body, String code, int line, int column) throws Exception {
        whatIsNoJsonObjectIsRefusedWithItsPlace(body, code, line, column);
    }

    @ParameterizedTest
    @CsvSource({"1e99999999999", "-1e99999999999", "1e-99999999999", "1.5E+99999999999", "1e2147483648"})
    void anExponentThatNoFigureCanHaveIsRefused(String number) throws Exception {
        Raw.post(PATH, ("{\"name\":" + number + "}").getBytes(UTF_8), JSON).isProblem(422, "figure_out_of_range");
    }

    @Test
    void aHugeNumberIsNeverExpanded() throws Exception {
        Raw.post(PATH, "{\"name\":1e1000000000}".getBytes(UTF_8), JSON).isProblem(400, "wrong_type");
    }

    @ParameterizedTest
    @CsvSource({"7b226e616d65223a22ff227d", "7b226e616d65223a22c0af227d", "7b226e616d65223a22eda080227d"})
    void brokenUtf8IsRefused(String hex) throws Exception {
        Raw.post(PATH, HexFormat.of().parseHex(hex), JSON).isProblem(400, "not_utf8");
    }

    @Test
    void utf16IsRefused() throws Exception {
        var body = "\uFEFF{\"name\":\"UTF-16\"}";
        Raw.post(PATH, body.getBytes(UTF_16BE), JSON).isProblem(400, "not_utf8");
        Raw.post(PATH, body.getBytes(UTF_16LE), JSON).isProblem(400, "not_utf8");
        Raw.post(PATH, body.substring(1).getBytes(UTF_16LE), JSON).isProblem(400, "not_utf8");
    }

    @Test
    void aByteOrderMarkIsFine() throws Exception {
        var answer = Raw.post(PATH, "\uFEFF{\"name\":\"With a BOM\"}".getBytes(UTF_8), JSON);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getString("name")).isEqualTo("With a BOM");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept: */*",
        "Content-Type:",
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: application/xml",
        "Content-Type: json",
        "Content-Type: application/merge-patch+json",
        "Content-Type: application/json;charset=utf-16",
        "Content-Type: application/json;charset=latin1",
        "Content-Type: application/json;charset=nonsense"
    })
    void anotherContentTypeIsRefusedWithTheHeaderToAdd(String header) throws Exception {
        var answer =
                Raw.post(PATH, "{\"name\":\"Typed\"}".getBytes(UTF_8), header).isProblem(415, "unsupported_media_type");
        assertThat(answer.json().getString("detail")).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimants", "subjects", "sources", "claims"})
    void whatAPatchMayBeIsSaidWhereItIsNot(String kind) throws Exception {
        var patch = "PATCH " + Things.shared(kind);
        for (var type : List.of("text/plain", "application/json-patch+json", "application/json;charset=utf-16")) {
            var answer = Raw.ask(patch, "{}".getBytes(UTF_8), "If-Match: *", "Content-Type: " + type);
            answer.isProblem(415, "unsupported_media_type");
            assertThat(answer.headers().get("Accept-Patch").split(", ?"))
                    .containsExactlyInAnyOrder("application/merge-patch+json", "application/json");
        }
        assertThat(Raw.post("/v1/" + kind, "{}".getBytes(UTF_8), "Content-Type: text/plain")
                        .headers())
                .doesNotContainKey("Accept-Patch");
    }

    @ParameterizedTest
    @CsvSource({"Application/JSON,1", "application/json;charset=UTF-8,2", "application/json; charset=\"utf-8\",3"})
    void spellingsOfTheContentTypeAreFine(String type, int number) throws Exception {
        var body = "{\"name\":\"Spelt " + number + "\"}";
        var answer = Raw.post(PATH, body.getBytes(UTF_8), "Content-Type: " + type);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void nothingIsUnpacked() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"name\":\"Packed\"}".getBytes(UTF_8));
        }
        Raw.post(PATH, packed.toByteArray(), JSON, "Content-Encoding: gzip").isProblem(415, "content_encoding");
        Raw.post(PATH, "{}".getBytes(UTF_8), JSON, "Content-Encoding: br").isProblem(415, "content_encoding");
    }

    @Test
    void aBodyIsAtMostOneMegabyte() throws Exception {
        var tooLarge = "{\"name\":\"" + "a".repeat(1_100_000) + "\"}";
        Raw.post(PATH, tooLarge.getBytes(UTF_8), JSON).isProblem(413, "body_too_large");
        var justRight = "{\"name\":\"" + "a".repeat(999_989) + "\"}";
        Raw.post(PATH, justRight.getBytes(UTF_8), JSON).isProblem(422, "too_long");
    }

    @Test
    void aLengthThatIsTooLargeIsRefusedBeforeTheBodyCame() throws Exception {
        for (var length : List.of("1000001", "100000000", "99999999999")) {
            var answer = Raw.ask("POST " + PATH, JSON, "Content-Length: " + length);
            assertThat(answer.isProblem(413, "body_too_large").headers().get("Connection"))
                    .contains("close");
        }
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        var endless = Raw.postWithoutEnd(PATH, JSON);
        endless.answer().isProblem(413, "body_too_large");
        assertThat(endless.wasCutOff()).isTrue();
        var unread = Raw.postWithoutEnd("/v1/nothing", JSON);
        unread.answer().isProblem(404, "not_found");
        assertThat(unread.wasCutOff()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nmae,name", "Name,name", "memberOf,member_of", "alias,aliases", "createdAt,created_at", "'',kind"})
    void anUnknownFieldIsRefusedWithTheNearest(String name, String nearest) throws Exception {
        var body = "{\"name\":\"a\",\"" + name + "\":\"b\"}";
        var answer = Raw.post(PATH, body.getBytes(UTF_8), JSON).isProblem(400, "unknown_field");
        assertThat(answer.json().getString("errors[0].pointer")).isEqualTo("/" + name);
        assertThat(answer.json().getString("detail")).contains("'" + nearest + "'");
    }

    @Test
    void whatOnlyTheServiceSaysIsIgnoredInWhatIsNew() throws Exception {
        var mine =
                "\"id\":\"0190c0de-0000-7000-8000-000000000000\",\"version\":9,\"low\":1,\"likely_high\":\"2\",\"rule\":7,"
                        + "\"claimant_slug\":\"mine\",\"source_id\":[],\"created_at\":\"1999-01-01T00:00:00Z\",";
        var sent = Things.body("claims").replaceFirst("\\{", "{" + mine);
        var claim = Raw.post("/v1/claims", sent.getBytes(UTF_8), JSON);
        assertThat(claim.status()).as(claim.body()).isEqualTo(201);
        assertThat(claim.json().getMap(""))
                .containsEntry("version", 1)
                .containsEntry("low", 5)
                .containsEntry("rule", 1)
                .doesNotContainEntry("id", "0190c0de-0000-7000-8000-000000000000")
                .doesNotContainEntry("claimant_slug", "mine")
                .doesNotContainEntry("created_at", "1999-01-01T00:00:00Z");
        var claimant = Things.body("claimants").replaceFirst("\\{", "{\"slug\":\"mine\",\"version\":9,");
        var added = Raw.post(PATH, claimant.getBytes(UTF_8), JSON);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().getMap("")).containsEntry("version", 1).doesNotContainEntry("slug", "mine");
    }
}
