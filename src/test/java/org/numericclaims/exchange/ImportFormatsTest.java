package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "text/csv;charset=utf-8";
    private static final String NDJSON = "application/x-ndjson;charset=utf-8";
    private static final String HEADER = "figure,unit,claimant,date,source,subject,note\n";
    private static final List<String> MADE_BY_THE_SERVICE =
            List.of("id", "claimant_slug", "subject_slug", "source_id", "created_at", "updated_at");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theHeaderTellsTheSeparator(String separator) {
        var subject = unique("separated");
        load(CSV, csv(subject, "1,people,A,2025,B,$,").replace(",", separator))
                .then()
                .statusCode(200)
                .body("created", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void aMarkAnyLineEndAndNoLastOneAreTaken(String end) {
        var subject = unique("line ends");
        var file = "\uFEFF" + csv(subject, "1,people,A,2025,B,$,", "", ",,,,,,", "2,people,A,2025,B,$,");
        load(CSV, file.strip().replace("\n", end))
                .then()
                .statusCode(200)
                .body("read", is(2))
                .body("created", is(2));
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineBreaks() {
        var subject = unique("quotes");
        load(CSV, csv(subject, "1,people,A,2025,B,$,\"a, \"\"b\"\"\nand ć\"", "x,people,A,2025,B,$,"))
                .then()
                .statusCode(422)
                .body("errors.line", contains(4));
        load(CSV, csv(subject, "1,people,A,2025,B,$,\"a, \"\"b\"\"\nand ć\""))
                .then()
                .statusCode(200);
        assertThat(list("subject={s}", subject).getString("items[0].note")).isEqualTo("a, \"b\"\nand ć");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            818,000     | 1
            1.234.567   | 1
            818.000     | 1
            8.18E+05    | 1
            +5          | 1
            .5          | 1
            007         | 1
            ' 5'        | 1
            5 people    | 1
            """)
    void aFigureIsAPlainDecimal(String figure, int column) {
        load(CSV, csv("x", "\"" + figure + "\",people,A,2025,B,$,"))
                .then()
                .statusCode(422)
                .body("code", is("wrong_type"))
                .body("errors[0].line", is(2))
                .body("errors[0].column", is(column))
                .body("errors[0].pointer", is("/figure"))
                .body("errors[0].detail", containsString("figure_text"));
    }

    @Test
    void amongSemicolonsThreeDecimalsMayBeThousands() {
        var file = csv("x", "12.345,%,A,2025,B,$,");
        load(CSV, file, "?dry_run=true").then().statusCode(200);
        load(CSV, file.replace(',', ';'), "?dry_run=true").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            figur,unit,claimant,date,source               | unknown_column   | 1 | Did you mean 'figure'?
            figure,unit,claimant,date,source,,            | unknown_column   | 6 | no name
            figure,unit,unit,claimant,date,source         | duplicate_column | 3 | 'unit' stands twice
            figure,unit,claimant,date                     | missing_column   | 4 | 'source'
            unit,claimant,date,source                     | missing_column   | 4 | 'figure' or 'figure_text'
            """)
    void aHeaderThatIsWrongIsNamed(String header, String code, int column, String detail) {
        load(CSV, header + "\n1,2\n")
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("errors[0].line", is(1))
                .body("errors[0].column", is(column))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void aFileWithoutItsLineBreaksIsExplained() {
        load(CSV, csv("x", "1,people,A,2025,B,$,").replace("\n", ""))
                .then()
                .statusCode(400)
                .body("detail", containsString("--data-binary"));
    }

    @ParameterizedTest
    @CsvSource({"'', empty_body", "'\n \n', unknown_column", "'\n\n', empty_body"})
    void anEmptyCsvIsRefused(String file, String code) {
        load(CSV, file).then().statusCode(400).body("code", is(code));
    }

    @Test
    void aHeaderAloneIsAFileOfNothing() {
        load(CSV, HEADER).then().statusCode(200).body("read", is(0));
        load(NDJSON, " \n").then().statusCode(400).body("code", is("empty_body"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, 1", "UTF-16, 1", "ISO-8859-1, 3"})
    void anotherEncodingIsRefusedWithItsLine(String charset, int line) {
        var file = csv("x", "1,people,A,2025,B,$,", "2,people,é,2025,B,$,");
        given().contentType(CSV)
                .body(file.getBytes(Charset.forName(charset)))
                .post("/v1/claims/import")
                .then()
                .statusCode(400)
                .body("code", is("not_utf8"))
                .body("errors[0].line", is(line));
    }

    @Test
    void aQuoteThatNothingClosesIsRefusedWhereItOpens() {
        for (var rest : List.of("", "\n1,2", "x".repeat(2_000_000))) {
            load(CSV, csv("x", "1,people,A,2025,B,$,") + "2,people,\"A,2025" + rest)
                    .then()
                    .statusCode(400)
                    .body("code", is("malformed_csv"))
                    .body("errors[0].line", is(3));
        }
        load(CSV, csv("x", "2,people,\"A\"B,2025,B,$,"))
                .then()
                .statusCode(400)
                .body("code", is("malformed_csv"))
                .body("errors[0].line", is(2));
    }

    @Test
    void aRaggedRowIsARowThatIsWrong() {
        load(
                        CSV,
                        csv("x", "1,people,A,2025,B", "1,people,A,2025,B,$,,", "1,people,A,2025,B,$,"),
                        "?on_error=skip&dry_run=true")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("errors.code", contains("ragged_row", "ragged_row"))
                .body("errors.line", contains(2, 3))
                .body("errors.column", contains(6, 8));
    }

    @Test
    void aCharacterThatNoTextMayHaveIsNamed() {
        load(CSV, csv("x", "1,people,A\0B,2025,B,$,"))
                .then()
                .statusCode(422)
                .body("code", is("nul_character"))
                .body("errors[0].column", is(3));
    }

    @Test
    void aLineOfJsonThatIsWrongIsARowThatIsWrong() {
        var claim = row(unique("lines"));
        load(NDJSON, claim + "\r\n\n{\"figure\":1,}\n[]\n" + claim.replace("2025", "x"), "?on_error=skip")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("failed", is(3))
                .body("errors.code", contains("invalid_json", "not_an_object", "malformed_date"))
                .body("errors.line", contains(3, 4, 5))
                .body("errors.pointer", contains(nullValue(), nullValue(), is("/date")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, NDJSON, "application/ndjson;charset=utf-8"})
    void relationsByKeyWorkInEachForm(String type) {
        var subject = unique("keys");
        var csv =
                "key,part_of,figure,unit,claimant,date,source,subject\nb,a,1,people,A,2025,B,$\na,,2,people,A,2025,B,$\n";
        var lines = row(subject).replaceFirst("\\{", "{\"key\":\"b\",\"part_of\":\"a\",") + "\n"
                + row(subject).replaceFirst("\\{\"figure\":1", "{\"key\":\"a\",\"figure\":2");
        load(type, type.equals(CSV) ? csv.replace("$", subject) : lines)
                .then()
                .statusCode(200)
                .body("created", is(2));
        var claims = list("subject={s}&sort=figure", subject);
        assertThat(claims.getString("items[0].part_of")).isEqualTo(claims.getString("items[1].id"));
    }

    @Test
    void theCellOfALateFaultIsNamed() {
        load(CSV, "figure,unit,claimant,date,source,part_of\n1,people,A,2025,B,\n1,people,A,2025,C,nowhere\n")
                .then()
                .statusCode(422)
                .body("code", is("unknown_key"))
                .body("errors[0].line", is(3))
                .body("errors[0].column", is(6))
                .body("errors[0].pointer", is("/part_of"));
    }

    @Test
    void whatTheServiceShowsComesInAgainAndAnImportedClaimIsAsAPostedOne() throws IOException {
        var subject = unique("all fields");
        var whole = address(Given.claim(subject, "\"figure\":9"));
        Given.claim(
                subject,
                "\"figure\":2,\"figure_to\":4,\"best\":3,\"qualifier\":\"between\",\"rounded_to\":0.5,"
                        + "\"figure_text\":\"two to four\",\"relayed_by\":\"R\",\"period\":\"2024/..\",\"quote\":\"a\\t\\\\N\\nb\","
                        + "\"part_of\":\"" + whole + "\",\"supersedes\":\"" + whole + "\",\"baseline_subject\":\"S\","
                        + "\"baseline_period\":\"2022/2023\",\"note\":\"\\\\.\",\"status\":\"retracted\"");
        var shown = shown(subject);
        for (var type : List.of(CSV, NDJSON)) {
            var other = unique("again");
            load(type, text(type, shown, subject, other)).then().statusCode(200).body("created", is(2));
            assertThat(settled(shown(other), other)).isEqualTo(settled(shown, subject));
        }
        load(CSV, text(CSV, shown, "", ""))
                .then()
                .statusCode(200)
                .body("created", is(0))
                .body("duplicates", is(2));
    }

    @Test
    void aClaimThatSaysTheSameAsOneThatIsWrongIsNotLostSilently() {
        var header = "figure,unit,claimant,date,source,key,part_of\n";
        var claimant = unique("twin");
        load(
                        CSV,
                        header
                                + "1,people,$,2025,B,a,nowhere\n1,people,$,2025,B,b,\n2,people,$,2025,B,,b\n"
                                        .replace("$", claimant),
                        "?on_error=skip")
                .then()
                .statusCode(200)
                .body("created", is(0))
                .body("failed", is(3))
                .body("errors.code", contains("unknown_key", "duplicate", "unknown_key"));
    }

    @Test
    void aFileOfRowsThatNobodyNeedsTakesNoMemory() throws IOException {
        var line = "{\"figure\":1,\"claimant_slug\":\"" + "a".repeat(900_000) + "\"}\n";
        packed(NDJSON, out -> {
                    for (int i = 0; i < 1_500; i++) {
                        out.write(line.getBytes(UTF_8));
                    }
                })
                .then()
                .statusCode(422)
                .body("errors", hasSize(100));
    }

    /** Lines of blanks, which are no rows; packed once and put behind each other, as gzip allows (RFC 1952, 2.2). */
    @Test
    void theBytesOfAFileAreCountedUnpacked() throws IOException {
        var blanks = new byte[10_000_000];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < blanks.length; i += 100_000) {
            blanks[i] = '\n';
        }
        var part = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(part)) {
            gzip.write(blanks);
        }
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < 21; i++) {
            part.writeTo(file);
        }
        given().contentType(NDJSON)
                .header("Content-Encoding", "gzip")
                .body(file.toByteArray())
                .post("/v1/claims/import")
                .then()
                .statusCode(413)
                .body("code", is("body_too_large"))
                .body("detail", containsString("200000000 bytes, unpacked"));
    }

    @Test
    void aBombOfGzipAndALineWithoutEndAreRefused() throws IOException {
        for (var type : List.of(CSV, NDJSON)) {
            packed(type, out -> {
                        out.write(HEADER.getBytes(UTF_8));
                        for (int i = 0; i < 300; i++) {
                            out.write(new byte[1_000_000]);
                        }
                    })
                    .then()
                    .statusCode(type.equals(CSV) ? 400 : 413);
        }
    }

    @Test
    void gzipThatBreaksOffIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv(unique("cut"), "1,people,A,2025,B,$,").getBytes(UTF_8));
        }
        given().contentType(CSV)
                .header("Content-Encoding", "gzip")
                .body(Arrays.copyOf(packed.toByteArray(), packed.size() - 12))
                .post("/v1/claims/import")
                .then()
                .statusCode(400)
                .body("code", is("body_incomplete"));
    }

    @Test
    void otherTypesAreRefused() throws Exception {
        for (var type : List.of("multipart/form-data;boundary=x", "application/x-www-form-urlencoded", "text/plain")) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/v1/claims/import"))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(HEADER))
                    .build();
            var answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
        }
        load("text/csv;charset=iso-8859-1", HEADER).then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+1", "-1", "@a", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201", " =1", "'=1", "'' =1", "'\ta"
            })
    void oneQuoteThatGuardsACellFromSpreadsheetsIsTakenOff(String note) {
        assertThat(noteOf("'" + note, "")).isEqualTo(note);
        assertThat(noteOf("'" + note, "?exact=true")).isEqualTo("'" + note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "'a", "'a=1", "''a''", "'90s"})
    void aQuoteThatGuardsNothingStays(String note) {
        assertThat(noteOf(note, "")).isEqualTo(note);
    }

    @Test
    void onlyCellsOfCsvAreAnythingButExact() {
        load("application/x-ndjson", "{}", "?exact=true")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("exact"));
    }

    @Test
    void howManyMoreFaultsThereAreIsSaid() {
        load(CSV, HEADER + "x,people,A,2025,B,,\n".repeat(1_100), "?on_error=skip")
                .then()
                .statusCode(200)
                .body("errors", hasSize(1_000))
                .body("failed", is(1_100))
                .body("more_errors", is(100))
                .body("errors.line", hasItem(1_001));
    }

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private static Response packed(String type, Writing writing) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            writing.write(gzip);
        }
        return given().contentType(type)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/claims/import");
    }

    private static String noteOf(String cell, String how) {
        var subject = unique("guarded");
        load(CSV, csv(subject, "1,people,A,2025,B,$," + cell), how)
                .then()
                .statusCode(200)
                .body("created", is(1));
        return list("subject={s}", subject).getString("items[0].note");
    }

    private static String csv(String subject, String... rows) {
        return HEADER
                + Arrays.stream(rows)
                        .map(row -> row.replace("$", subject) + "\n")
                        .collect(Collectors.joining());
    }

    private static String row(String subject) {
        return "{\"figure\":1,\"unit\":\"people\",\"claimant\":\"A\",\"date\":\"2025\",\"source\":\"B\",\"subject\":\""
                + subject + "\"}";
    }

    private static List<ObjectNode> shown(String subject) throws IOException {
        var items = JSON.readTree(
                        given().get("/v1/claims?sort=figure&status=active&status=retracted&subject={s}", subject)
                                .asByteArray())
                .get("items");
        return JSON.convertValue(items, JSON.getTypeFactory().constructCollectionType(List.class, ObjectNode.class));
    }

    /** What was shown, as a file of all fields, about another subject and by another claimant. */
    private static String text(String type, List<ObjectNode> shown, String subject, String other) {
        var lines = shown.stream().map(ObjectNode::toString);
        if (type.equals(CSV)) {
            lines = Stream.concat(
                    Stream.of(String.join(",", names(shown.get(0)))),
                    shown.stream().map(ImportFormatsTest::cells));
        }
        var text = lines.collect(Collectors.joining("\n"));
        return subject.isEmpty() ? text : text.replace(subject, other);
    }

    private static List<String> names(ObjectNode claim) {
        return claim.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String cells(ObjectNode claim) {
        return claim.properties().stream()
                .map(field -> field.getValue().isNull()
                        ? ""
                        : field.getValue().isNumber()
                                ? field.getValue().decimalValue().toPlainString()
                                : '"' + field.getValue().asText().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** Without what is another each time; relations lead to the figure of the other. */
    private static List<String> settled(List<ObjectNode> claims, String subject) {
        var figures = new HashMap<String, String>();
        claims.forEach(claim ->
                figures.put(claim.get("id").asText(), claim.get("figure").asText()));
        return claims.stream()
                .map(claim -> {
                    var copy = claim.deepCopy();
                    copy.remove(MADE_BY_THE_SERVICE);
                    for (var relation : List.of("part_of", "supersedes")) {
                        copy.put(relation, figures.get(claim.get(relation).asText()));
                    }
                    return copy.toString().replace(subject, "");
                })
                .toList();
    }

    private static String address(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Response load(String type, String body) {
        return load(type, body, "");
    }

    private static Response load(String type, String body, String query) {
        return given().contentType(type).body(body.getBytes(UTF_8)).post("/v1/claims/import" + query);
    }
}
