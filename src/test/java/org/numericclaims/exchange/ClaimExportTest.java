package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_EACH_RECORD =
            List.of("id", "part_of", "supersedes", "created_at", "updated_at");
    private static final String NAUGHTY = "=1+1,\\\"two\\\"\\n\\u2028— '=x; ünï 🇺🇦 </t>";

    private static String manyLongClaims;

    @Inject
    AgroalDataSource database;

    @Test
    void linesAreTheObjectsOfTheListInItsOrder() throws IOException {
        var subject = someClaims();
        var listed = JSON.readTree(
                given().get("/v1/claims?subject={s}&sort=figure", subject).asByteArray());
        var lines = lines(export("ndjson", "&sort=figure", subject));
        assertThat(lines).hasSize(4);
        assertThat(lines).isEqualTo(list(listed.path("items")));
    }

    @Test
    void theColumnsOfCsvAreTheFieldsOfAClaimInItsOrder() throws IOException {
        var subject = someClaims();
        var text = export("csv", "", subject).asString();
        var claim = lines(export("ndjson", "", subject)).get(0);
        assertThat(text).endsWith("\r\n").startsWith(String.join(",", names(claim)) + "\r\n");
        assertThat(rows(export("csv", "&fields=unit&fields=figure", subject))
                        .get(0)
                        .keySet())
                .containsExactly("figure", "unit");
    }

    @Test
    void aRowWithNothingInItIsARow() throws IOException {
        var subject = someClaims();
        assertThat(rows(export("csv", "&fields=best", subject))).hasSize(4);
    }

    @Test
    void figuresAreWrittenWithAllTheirDigitsAndNoExponent() throws IOException {
        var subject = unique("digits");
        for (var figure : List.of("1e30", "1e-18", "0.123456789012345", "-5e10", "100000.0")) {
            Given.claim("\"figure\":" + figure + "," + rest(subject).replace("people", "USD"));
        }
        assertThat(export("csv", "&sort=figure&fields=figure", subject)
                        .asString()
                        .split("\r\n"))
                .containsExactly(
                        "figure",
                        "-50000000000",
                        "0.000000000000000001",
                        "0.123456789012345",
                        "100000",
                        "1" + "0".repeat(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ndjson | ''            | application/x-ndjson | ''
            csv    | ''            | text/csv             | ''
            csv    | '&exact=true' | text/csv             | '&exact=true'
            """)
    void whatWasExportedIsImportedAsTheSameClaims(String form, String how, String type, String option)
            throws IOException {
        var subject = someClaims();
        var exported = new String(export(form, how, subject).asByteArray(), UTF_8);
        var other = unique("again");
        given().contentType(type + ";charset=utf-8")
                .body(exported.replace(subject, other).getBytes(UTF_8))
                .post("/v1/claims/import?on_error=stop" + option)
                .then()
                .statusCode(200)
                .body("created", is(4));
        var before = lines(export("ndjson", "&sort=figure", subject));
        var after = lines(export("ndjson", "&sort=figure", other));
        for (int i = 0; i < 4; i++) {
            assertThat(said(after.get(i), other)).isEqualTo(said(before.get(i), subject));
        }
        assertThat(after.get(0).path("part_of")).isEqualTo(after.get(1).path("id"));
        assertThat(after.get(2).path("supersedes")).isEqualTo(after.get(1).path("id"));
    }

    @Test
    void textsThatASpreadsheetWouldRunAreHarmlessUnlessTheyAreToBeExact() throws IOException {
        var subject = "=cmd|' /C calc'!A0 " + unique("formula");
        Given.claim("\"figure\":-5,\"note\":\"@x\"," + rest(subject).replace("people", "USD"));
        var row = rows(export("csv", "", subject)).get(0);
        assertThat(row)
                .containsEntry("subject", "'" + subject)
                .containsEntry("note", "'@x")
                .containsEntry("claimant", "Claimant of " + subject)
                .containsEntry("figure", "-5");
        assertThat(rows(export("csv", "&exact=true", subject)).get(0))
                .containsEntry("subject", subject)
                .containsEntry("note", "@x");
    }

    @Test
    void claimsAreToldInAnotherUnitBesideWhatWasStated() throws IOException {
        var subject = unique("units");
        Given.claim("\"figure\":10," + rest(subject).replace("people", "miles"));
        Given.claim("\"figure\":5," + rest(subject));
        assertThat(export("csv", "&in=km&fields=figure&fields=unit&fields=stated_figure&fields=stated_unit", subject)
                        .asString())
                .isEqualTo("figure,unit,stated_figure,stated_unit\r\n16.09344,km,10,miles\r\n");
        assertThat(lines(export("ndjson", "&in=km", subject))
                        .get(0)
                        .path("stated_figure")
                        .asInt())
                .isEqualTo(10);
        given().contentType("text/csv;charset=utf-8")
                .body(export("csv", "&in=km", subject).asByteArray())
                .post("/v1/claims/import")
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("There is no column 'stated_figure'."));
        try (var book = new ReadableWorkbook(export("xlsx", "&in=km", subject).asInputStream());
                var rows = book.getFirstSheet().openStream()) {
            assertThat(texts(rows.findFirst().orElseThrow()))
                    .endsWith("stated_figure", "stated_figure_to", "stated_unit");
        }
    }

    @Test
    void whatIsSearchedMayComeInTheOrderOfItsRelevance() throws IOException {
        var subject = unique("search");
        Given.claim("\"figure\":1,\"note\":\"harvest\"," + rest(subject));
        Given.claim("\"figure\":2,\"quote\":\"harvest, harvest and harvest\"," + rest(subject));
        var ranked = lines(export("ndjson", "&q=harvest&sort=relevance", subject));
        var listed = given().get("/v1/claims?subject={s}&q=harvest&sort=relevance", subject)
                .jsonPath();
        assertThat(ranked.stream().map(claim -> claim.path("id").asText()).toList())
                .hasSize(2)
                .isEqualTo(listed.getList("items.id"));
    }

    @Test
    void aWorkbookHasNumbersDatesAHeadThatStaysAndAFilter() throws IOException {
        var subject = unique("xlsx");
        Given.claim("\"figure\":0.123456789012345,\"note\":\"=1+1 _x0041_\","
                + rest(subject).replace("people", "USD"));
        Given.claim("\"figure\":7," + rest(subject).replace("2025-01-21", "2024-06"));
        Given.claim("\"figure\":8," + rest(subject).replace("2025-01-21", "1899-12-31"));
        var answer = export("xlsx", "&fields=figure&fields=date&fields=note&fields=created_at&sort=figure", subject);
        answer.then().header("Content-Type", startsWith("application/vnd.openxml"));
        answer.then().header("Content-Disposition", "attachment; filename=\"claims.xlsx\"");
        try (var book = new ReadableWorkbook(answer.asInputStream());
                var read = book.getFirstSheet().openStream()) {
            var rows = read.toList();
            assertThat(texts(rows.get(0))).containsExactly("figure", "date", "note", "created_at");
            assertThat(rows.get(1).getCell(0).asNumber()).isEqualByComparingTo("0.123456789012345");
            assertThat(rows.get(1).getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.of(2025, 1, 21));
            assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(2).asString()).isEqualTo("=1+1 _x005F_x0041_");
            assertThat(rows.get(1).getCell(3).asDate().getYear()).isGreaterThan(2000);
            assertThat(rows.get(2).getCell(0).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(7));
            assertThat(rows.get(2).getCell(1).asString()).isEqualTo("2024-06");
            assertThat(rows.get(3).getCell(1).asString()).isEqualTo("1899-12-31");
        }
        assertThat(part(answer.asByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"", "<autoFilter ref=\"A1:D4\"");
    }

    @Test
    void aTextLongerThanACellIsCutAndMarked() throws IOException {
        var subject = unique("long");
        Given.claim(subject, "\"figure\":1,\"quote\":\"" + "🇺".repeat(20_000) + "\"");
        try (var book = new ReadableWorkbook(
                        export("xlsx", "&fields=quote", subject).asInputStream());
                var rows = book.getFirstSheet().openStream()) {
            var quote = rows.toList().get(1).getCell(0).asString();
            assertThat(quote).hasSizeBetween(32_766, 32_767).endsWith("csv has the whole)");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format=html              | unknown_value       | format
            format=jsonld            | unknown_value       | format
            format=csv&limit=5       | misplaced_parameter | limit
            format=csv&count=exact   | misplaced_parameter | count
            format=csv&sort=figure&in=km | misplaced_parameter | sort
            format=csv&sort=relevance | misplaced_parameter | sort
            format=csv&fields=stated_unit | unknown_value   | fields
            format=ndjson&cursor=abc | misplaced_parameter | cursor
            format=xlsx&exact=true   | misplaced_parameter | exact
            exact=false              | misplaced_parameter | exact
            format=csv&exact=yes     | malformed_parameter | exact
            format=csv&sort=size     | unknown_value       | sort
            format=csv&fields=size   | unknown_value       | fields
            """)
    void whatMakesNoSenseInAFileIsNamed(String query, String code, String parameter) {
        given().get("/v1/claims?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].parameter", is(parameter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                            | application/json
            text/html,application/xhtml+xml,*/*;q=0.8      | application/json
            text/csv                                       | text/csv;charset=utf-8
            text/csv;q=0.5, application/x-ndjson           | application/x-ndjson
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | application/vnd.openxml
            """)
    void acceptChoosesTheForm(String accept, String type) {
        var asked = given().header("Accept", accept);
        asked.get("/v1/claims?subject=nothing").then().statusCode(200).header("Content-Type", startsWith(type));
        asked.head("/v1/claims?subject=nothing")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Vary", containsString("Accept"));
    }

    @Test
    void otherFormsAreNotAcceptable() {
        given().header("Accept", "application/xml").get("/v1/claims").then().statusCode(406);
    }

    @Test
    void whatIsWithdrawnIsExportedWhereItIsAskedFor() throws IOException {
        var subject = unique("withdrawn");
        given().header("If-Match", "*").delete(Given.claim(subject, "\"figure\":1"));
        assertThat(lines(export("ndjson", "", subject))).isEmpty();
        assertThat(lines(export("ndjson", "&status=withdrawn", subject))).hasSize(1);
    }

    @Test
    void filesArePackedWhereTheReaderTakesThat() throws IOException {
        var subject = someClaims().replace(" ", "%20");
        try (var socket = ask("subject=" + subject + "&format=ndjson", "Accept-Encoding: gzip")) {
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).containsIgnoringCase("content-encoding: gzip").doesNotContain(subject);
        }
    }

    /** Several times, because what follows the failure may overtake the end of the connection. */
    @RepeatedTest(10)
    void aStreamWhoseDatabaseDiesBreaksOffWithoutItsEnd(RepetitionInfo time) throws Exception {
        var form = time.getCurrentRepetition() % 2 == 0 ? "csv" : "ndjson";
        try (var socket = ask(manyLongClaims() + "&format=" + form)) {
            var begin = socket.getInputStream().readNBytes(100_000);
            assertThat(new String(begin, UTF_8)).startsWith("HTTP/1.1 200");
            sql("select pg_terminate_backend(pid) from pg_stat_activity where query like 'fetch%matching'");
            assertBroken(socket);
        }
        given().get("/v1/claims?limit=1").then().statusCode(200);
    }

    @Test
    void aReaderWhoTakesNothingIsCutOff() throws Exception {
        try (var socket = ask(manyLongClaims() + "&format=ndjson")) {
            socket.getInputStream().readNBytes(1_000);
            awaitConnections(0);
            assertBroken(socket);
        }
    }

    @Test
    void aReaderWhoLeavesGivesTheConnectionBack() throws Exception {
        try (var socket = ask(manyLongClaims() + "&format=ndjson")) {
            socket.getInputStream().readNBytes(1_000);
            awaitConnections(1);
        }
        awaitConnections(0);
    }

    @Test
    void soManyRunAtOnceThatOthersAreStillServed() throws Exception {
        var query = manyLongClaims() + "&format=ndjson";
        var readers = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 10; i++) {
                readers.add(ask(query));
                readers.get(i).getInputStream().readNBytes(1_000);
            }
            given().get("/v1/claims?subject=nothing&format=csv")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "4")
                    .body("code", is("busy"));
            given().get("/v1/claims?subject=nothing").then().statusCode(200);
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
        awaitConnections(0);
    }

    /** Four claims about a subject of their own, with relations and with texts that want care. */
    private static String someClaims() {
        var subject = unique("export");
        var whole = Given.claim(subject, "\"figure\":2,\"note\":\"" + NAUGHTY + "\",\"figure_text\":\"2\"");
        var id = whole.substring(whole.lastIndexOf('/') + 1);
        Given.claim(subject, "\"figure\":1,\"part_of\":\"" + id + "\",\"quote\":\"" + NAUGHTY + "\"");
        Given.claim(
                subject,
                "\"figure\":3,\"supersedes\":\"" + id + "\",\"period\":\"2022-02-24/..\",\"qualifier\":\"over\"");
        Given.claim(
                subject,
                "\"figure\":4,\"figure_to\":6,\"best\":5,\"qualifier\":\"between\",\"note\":\"'=1\","
                        + "\"relayed_by\":\"+1\",\"baseline_period\":\"2022\"");
        return subject;
    }

    /** The query that finds some 9 MB of claims: more than sockets hold. */
    private static String manyLongClaims() {
        if (manyLongClaims == null) {
            var subject = unique("long");
            var claims = IntStream.range(0, 450)
                    .mapToObj(i ->
                            "{\"figure\":" + i + ",\"quote\":\"" + "long ".repeat(3_999) + "\"," + rest(subject) + "}")
                    .collect(Collectors.joining(",", "{\"claims\":[", "]}"));
            given().contentType("application/json")
                    .body(claims)
                    .post("/v1/claims/import")
                    .then()
                    .body("created", is(450));
            manyLongClaims = "subject=" + subject.replace(" ", "%20");
        }
        return manyLongClaims;
    }

    private static Socket ask(String query, String... headers) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        socket.getOutputStream()
                .write(("GET /v1/claims?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more
                                + "\r\n")
                        .getBytes(UTF_8));
        return socket;
    }

    /** What is left ends without the chunk of length 0 that would end the whole. */
    private static void assertBroken(Socket socket) throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException reset) {
            // broken as well
        }
        var end = rest.toString(UTF_8).substring(Math.max(0, rest.size() - 1_000));
        assertThat(end).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("\"code\"");
    }

    private void awaitConnections(int expected) throws SQLException, InterruptedException {
        int open = -1;
        // for 30 s: after 60 the database gives up by itself
        for (int i = 0; i < 600 && open != expected; i++) {
            Thread.sleep(50);
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var count = statement.executeQuery("select count(*) from pg_stat_activity"
                            + " where query like 'fetch%matching' and state <> 'idle'")) {
                count.next();
                open = count.getInt(1);
            }
        }
        assertThat(open).isEqualTo(expected);
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response export(String format, String query, String subject) {
        var answer = given().queryParam("subject", subject).get("/v1/claims?format=" + format + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<ObjectNode> lines(Response ndjson) throws IOException {
        var lines = new ArrayList<ObjectNode>();
        for (var line : ndjson.body().asByteArray().length == 0
                ? new String[0]
                : ndjson.asString().split("\n")) {
            lines.add((ObjectNode) JSON.readTree(line));
        }
        return lines;
    }

    /** The rows of CSV, each by the names in the header. */
    private static List<Map<String, String>> rows(Response csv) throws IOException {
        var text = new String(csv.asByteArray(), UTF_8);
        var rows = new ArrayList<Map<String, String>>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            reader.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
        }
        return rows;
    }

    /** What a claim says, apart from its record and from who says it of what. */
    private static JsonNode said(ObjectNode claim, String subject) {
        var said = claim.deepCopy().without(OF_EACH_RECORD);
        assertThat(said.path("subject").asText()).isEqualTo(subject);
        return ((ObjectNode) said).without(List.of("subject", "claimant", "subject_slug", "claimant_slug"));
    }

    private static List<JsonNode> list(JsonNode items) {
        var list = new ArrayList<JsonNode>();
        items.forEach(list::add);
        return list;
    }

    private static List<String> names(JsonNode claim) {
        var names = new ArrayList<String>();
        claim.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.asString()).toList();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        var file = Files.createTempFile("claims", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
