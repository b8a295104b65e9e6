package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numericclaims.app.TestDatabase;

/** Texts that break other services, through every field of a claim and out by every form: exact, or refused. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NaughtyTextsTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String NAMES = "claimant subject relayed_by baseline_subject source";
    private static final String WORDS = "figure_text";
    private static final String LINES = "quote note";
    private static final String ALL = NAMES + " " + WORDS + " " + LINES;
    private static final List<String> FIELDS = List.of(ALL.split(" "));
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-F]{4})_");

    /** Each with the fields that keep it. */
    static Stream<Arguments> texts() {
        return Stream.of(
                text("<script>alert(1)</script>", ALL),
                text("</text></svg><img src=x onerror=alert(1)>", ALL),
                text("]]> <![CDATA[ <!-- --> <?xml?> &amp; &#0;", ALL),
                text("{{7*7}} ${7*7} #{7*7} %{7*7} <%= 7*7 %>", ALL),
                text("'; drop table claim; --", ALL),
                text("' or '1'='1' /* \" or \"\"=\"", ALL),
                text("% _ \\ \\\\ \\% \\N \\. \\u0041 \\x00 $1 %s %n {0}", ALL),
                text("=1+1", ALL),
                text("+1|cmd", ALL),
                text("-1", ALL),
                text("@SUM(A1)", ALL),
                text("'=1", ALL),
                text("''", ALL),
                text("\"", ALL),
                text("\"a\",\"b\";c", ALL),
                text("  blanks around  ", ALL),
                text("null", ALL),
                text("NaN", ALL),
                text("true", ALL),
                text("1e5", ALL),
                text("0190c0de-0000-7000-8000-00000000000", ALL),
                text("../../etc/passwd%00%0d%0a", ALL),
                text("..", ALL),
                text("_x0041_ _x005F_x0041_ _x000D_", ALL),
                text("🇺🇦 👩‍👩‍👧 \uD835\uDD4F 北京 ＡＢＣ", ALL),
                text("العربية עברית ދިވެހި", ALL),
                text("Z̸̢̛a̴͝l̷g̵ò é e\u0301\u0301\u0301", ALL),
                text("ﷺ ß İ ı ŉ ﬀ Å \u212b", ALL),
                text("a\u200bb\u00adc\ufeffd\u2028e\u2029f", ALL),
                text("\ue000 \ufdd0 \ufffe \uffff \udbff\udfff", ALL),
                text("\ufffd", ALL),
                text("a\u202eb\u202c", WORDS + " " + LINES),
                text("a\u2066b\u2069", WORDS + " " + LINES),
                text("a\nb", LINES),
                text("a\r\nb\rc", LINES),
                text("\ta\tb", LINES),
                text("\n=1+1", LINES),
                text("a\u0000b", ""),
                text("a\u0007b\u001b[31mc", ""),
                text("a\u007fb", ""),
                text("a\u0085b", ""),
                text("a\ud800b", ""),
                text("\udc00\ud800", ""));
    }

    private static Arguments text(String text, String kept) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(c -> shown.append(c < ' ' || c > '~' ? "\\u{%x}".formatted(c) : Character.toString(c)));
        return arguments(named(shown.toString(), text), List.of(kept.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsToldAsItWasSentOrRefused(String text, List<String> kept) throws Exception {
        var unit = unit();
        var sent = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var own = NAMES.contains(field) ? text + unique(" of") : text;
            var answer = add(unit, sent.size(), field, own);
            assertThat(answer.statusCode())
                    .as(field + ": " + answer.asString())
                    .isEqualTo(kept.contains(field) ? 201 : 422);
            if (answer.statusCode() == 201) {
                sent.put(field, own);
                assertThat(answer.<String>path(field)).isEqualTo(own);
            }
        }
        if (!sent.isEmpty()) {
            assertThat(told(sent, listed(unit))).isEqualTo(sent);
            assertThat(told(sent, lines(unit))).isEqualTo(sent);
            assertThat(told(sent, cells(unit, "&exact=true"))).isEqualTo(sent);
            assertThat(told(sent, sheet(unit))).isEqualTo(sent);
            comesInAgain(unit, sent.size());
            isFound(sent);
            isDrawn(sent);
        }
    }

    private static Response add(String unit, int figure, String field, String text) throws IOException {
        var claim = new TreeMap<String, Object>(Map.of(
                "figure", figure, "unit", unit, "claimant", unique("A"), "date", "2025", "source", unique("A book")));
        claim.put(field, text);
        return given().contentType("application/json")
                .body(JSON.writeValueAsString(claim))
                .post("/v1/claims");
    }

    /** A unit of its own by which the claims of one text are found. */
    private static String unit() {
        return "naughty"
                + unique("")
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .mapToObj(c -> Character.toString(c < 'a' ? 'a' + c - '0' : c))
                        .reduce("", String::concat);
    }

    /** Of each claim in turn the field that it was made for. */
    private static Map<String, String> told(Map<String, String> sent, List<Map<String, String>> claims) {
        var told = new LinkedHashMap<String, String>();
        for (var field : sent.keySet()) {
            told.put(field, claims.get(told.size()).get(field));
        }
        assertThat(claims).hasSize(sent.size());
        return told;
    }

    private static Response file(String unit, String query) {
        var answer = given().get("/v1/claims?sort=figure&unit=" + unit + query);
        answer.then().statusCode(200).header("X-Content-Type-Options", is("nosniff"));
        return answer;
    }

    private static List<Map<String, String>> listed(String unit) throws IOException {
        var claims = new ArrayList<Map<String, String>>();
        JSON.readTree(file(unit, "").asByteArray()).get("items").forEach(claim -> claims.add(texts(claim)));
        return claims;
    }

    private static List<Map<String, String>> lines(String unit) throws IOException {
        var claims = new ArrayList<Map<String, String>>();
        for (var line : new String(file(unit, "&format=ndjson").asByteArray(), UTF_8).split("\n")) {
            claims.add(texts(JSON.readTree(line)));
        }
        return claims;
    }

    private static Map<String, String> texts(JsonNode claim) {
        var texts = new TreeMap<String, String>();
        FIELDS.forEach(field -> texts.put(field, claim.get(field).textValue()));
        return texts;
    }

    private static List<Map<String, String>> cells(String unit, String how) throws IOException {
        var claims = new ArrayList<Map<String, String>>();
        var file = new String(file(unit, "&format=csv" + how).asByteArray(), UTF_8);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> claims.add(row.getFieldsAsMap()));
        }
        return claims;
    }

    /** As a spreadsheet reads it: what stands for a character by its number is that (ECMA-376, 22.9.2.19). */
    private static List<Map<String, String>> sheet(String unit) throws IOException {
        var claims = new ArrayList<Map<String, String>>();
        var book = file(unit, "&format=xlsx").asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(book));
                var open = workbook.getFirstSheet().openStream()) {
            var rows = open.toList();
            for (var row : rows.subList(1, rows.size())) {
                var texts = new TreeMap<String, String>();
                for (int i = 0; i < rows.get(0).getCellCount(); i++) {
                    var cell =
                            row.getOptionalCell(i).map(found -> found.getText()).orElse("");
                    var name = rows.get(0).getCell(i).asString();
                    texts.put(
                            name,
                            ESCAPED.matcher(cell)
                                    .replaceAll(found -> Matcher.quoteReplacement(
                                            Character.toString(Integer.parseInt(found.group(1), 16)))));
                }
                claims.add(texts);
            }
        }
        return claims;
    }

    /** Each file that it makes says the same when it comes back. */
    private static void comesInAgain(String unit, int claims) {
        for (var form : List.of("csv|text/csv", "ndjson|application/x-ndjson")) {
            var how = form.replaceFirst("\\|.*", "");
            given().contentType(form.replaceFirst(".*\\|", "") + ";charset=utf-8")
                    .body(file(unit, "&format=" + how).asByteArray())
                    .post("/v1/claims/import?new_unit=true")
                    .then()
                    .statusCode(200)
                    .body("created", is(0))
                    .body("duplicates", is(claims));
        }
    }

    private static void isFound(Map<String, String> sent) {
        for (var field : List.of("claimant", "subject", "source")) {
            if (sent.containsKey(field)) {
                given().queryParam(field, sent.get(field))
                        .get("/v1/claims")
                        .then()
                        .statusCode(200)
                        .body("items." + field, is(List.of(sent.get(field))));
            }
        }
    }

    /** In the picture, of which only what XML has not is replaced; and as linked data. */
    private static void isDrawn(Map<String, String> sent) throws Exception {
        if (sent.containsKey("subject")) {
            var found = given().queryParam("subject", sent.get("subject")).get("/v1/claims");
            var slug = found.<String>path("items[0].subject_slug");
            var svg = given().get("/v1/subjects/{s}/chart.svg", slug).asByteArray();
            var title = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg))
                    .getElementsByTagName("title")
                    .item(0)
                    .getTextContent();
            assertThat(title).isEqualTo(sent.get("subject").replaceAll("[\ufffe\uffff]", "\ufffd"));
            var linked = given().get("/v1/claims/" + found.path("items[0].id") + "?format=jsonld");
            assertThat(JSON.readTree(linked.asByteArray()).at("/about/1/name").asText())
                    .isEqualTo(sent.get("subject"));
        }
    }
}
