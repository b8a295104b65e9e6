package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.Mutations;
import org.numericclaims.app.TestDatabase;

/** Files with slips in them, and files of bytes that nobody chose: taken in, or refused and then nothing is kept. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportMutationsTest {

    private static final int TIMES = 60;
    private static final int MOST_BYTES = 400;

    private static final String CSV = """
            key,figure,figure_to,qualifier,figure_text,unit,subject,claimant,date,period,source,quote,part_of,id
            a,434000,,,,people,Killed of $,Ministry of $,2025-01,2024,https://example.org/$,"He said ""so"",
            and left.",,
            b,,,,"about 150,000",people,Wounded of $,Ministry of $,2025-01-21,2022-02-24/..,"Paper, p. 4",'=1,a,7
            ,5,7,between,,%,,Ministry of $,2024,,Leaflet of $,ünï 🇺🇦,,
            """;

    private static final String LINES = """
            {"key":"a","figure":434000,"unit":"people","subject":"Killed of $","claimant":"Ministry of $","date":"2025-01"\
            ,"period":"2024","source":"https://example.org/$","quote":"He said \\"so\\",\\nand left.\\u2028"}
            {"part_of":"a","figure_text":"about 150,000","unit":"people","claimant":"Ministry of $","date":"2025-01-21"\
            ,"period":"2022-02-24/..","source":"Paper, p. 4","id":"7","version":1,"note":null}
            {"figure":-5.25e-3,"figure_to":7,"qualifier":"between","unit":"%","claimant":"Ministry of $","date":"2024"\
            ,"source":"Leaflet of $","quote":"ünï 🇺🇦"}
            """;

    @Inject
    DataSource database;

    /** The numbers are seeds. */
    @ParameterizedTest
    @CsvSource({
        "text/csv, '', 1",
        "text/csv, gzip, 2",
        "application/x-ndjson, '', 3",
        "application/json, '', 4",
        "application/json, gzip, 5"
    })
    void aFileWithASlipIsTakenInOrLeavesNothing(String type, String encoding, long seed) throws Exception {
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < TIMES; i++) {
            var file =
                    file(type).replace("$", unique("slips").replace(' ', '-')).getBytes(UTF_8);
            var sent = encoding.isEmpty() ? Mutations.of(file, random) : Mutations.of(packed(file), random);
            refused += isRefused("seed " + seed + ", " + i, type, encoding, sent) ? 1 : 0;
        }
        // nearly all slips are seen where the file is packed
        assertThat(refused).isBetween(1, encoding.isEmpty() ? TIMES - 1 : TIMES);
    }

    @ParameterizedTest
    @CsvSource({"text/csv, 6", "application/x-ndjson, 7", "application/json, 8"})
    void bytesThatNobodyChoseAreRefused(String type, long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < TIMES; i++) {
            var bytes = new byte[random.nextInt(MOST_BYTES)];
            random.nextBytes(bytes);
            assertThat(isRefused("seed " + seed + ", " + i, type, "", bytes)).isTrue();
        }
    }

    /** Which the service makes itself, so that of new claims it is a key for other rows at most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "\\ud800",
                "a\\nb",
                "\\u202e",
                "",
                " ",
                "\\u200b",
                "é🇺🇦",
                "\\\\N",
                "{}",
                "' or 1=1"
            })
    void anIdIsNeverInTheWay(String id) {
        var subject = unique("ids");
        var row = "{\"figure\":1,\"unit\":\"people\",\"claimant\":\"A\",\"date\":\"2025\",\"subject\":\"" + subject
                + "\"";
        var file = row + ",\"source\":\"B\",\"id\":\"" + id + "\"}\n" + row + ",\"source\":\"C\",\"id\":\"" + id
                + "x\"}\n";
        load("application/x-ndjson", "", file.getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body("created", is(2));
    }

    private boolean isRefused(String which, String type, String encoding, byte[] file) throws SQLException {
        var before = kept();
        var answer = load(type, encoding, file);
        assertThat(answer.statusCode()).as(which + ": " + answer.asString()).isIn(200, 400, 413, 415, 422);
        if (answer.statusCode() != 200) {
            assertThat(answer.contentType()).as(which).startsWith("application/problem+json");
            assertThat(kept()).as(which).isEqualTo(before);
        }
        return answer.statusCode() != 200;
    }

    private static Response load(String type, String encoding, byte[] file) {
        var request = given().contentType(type + ";charset=utf-8").body(file);
        return (encoding.isEmpty() ? request : request.header("Content-Encoding", encoding)).post("/v1/claims/import");
    }

    private static String file(String type) {
        return switch (type) {
            case "text/csv" -> CSV;
            case "application/json" -> "{\"claims\":[" + LINES.strip().replace("}\n", "},\n") + "]}";
            default -> LINES;
        };
    }

    private static byte[] packed(byte[] file) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.toByteArray();
    }

    /** How many rows there are of all that an import makes. */
    private String kept() throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement();
                var row = statement.executeQuery("select concat_ws(' ', (select count(*) from claim),"
                        + " (select count(*) from claimant), (select count(*) from claimant_name),"
                        + " (select count(*) from subject), (select count(*) from source),"
                        + " (select count(*) from source_name), (select count(*) from change))")) {
            row.next();
            return row.getString(1);
        }
    }
}
