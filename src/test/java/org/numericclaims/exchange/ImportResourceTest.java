package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportResourceTest {

    private static final Path ARTICLE = Path.of("../shared/data/article-claims.json");

    @Inject
    EntityManager em;

    @Test
    void theClaimsOfTheArticleAreReadBackWithTheirBounds() throws IOException {
        var mark = unique("in Ukraine");
        var article = "{\"claims\":" + Files.readString(ARTICLE).replace("in Ukraine", mark) + "}";
        load(article, "")
                .then()
                .statusCode(200)
                .body("created", is(9))
                .body("failed", is(0))
                .body("errors", empty());
        var killed = list("subject={s}&claimant=Donald Trump", "Russian soldiers killed in the war " + mark);
        assertThat(killed.getList("items.low")).contains(800000);
        assertThat(killed.getList("items.high")).contains(999999);
        assertThat(killed.getList("items.likely_low")).contains(900000);
        var ukrainian = list("subject={s}", "Ukrainian soldiers killed in the war " + mark);
        assertThat(ukrainian.getList("items.low")).containsExactly(600000);
        assertThat(ukrainian.getList("items.likely_high")).containsExactly(750000);
        var wounded = list("subject={s}&sort=-figure", "Russian soldiers killed or wounded in the war " + mark);
        assertThat(wounded.getList("items.figure")).containsExactly(818000, 434000, 1);
        assertThat(wounded.getList("items.low").subList(0, 2)).containsExactly(818001, 433500);
        assertThat(wounded.getList("items.baseline_period").get(2)).isEqualTo("2022/2023");
        var part = list("part_of=" + wounded.getList("items.id").get(1));
        assertThat(part.getList("items.figure")).containsExactly(150000);
        load(article, "").then().statusCode(200).body("created", is(0)).body("duplicates", is(9));
    }

    @Test
    void everyDayOfTotalsIsImportedAndListedOnce() {
        var subject = unique("totals");
        load(
                        file(IntStream.rangeClosed(1, 1626)
                                .mapToObj(day -> "\"figure\":" + day + ",\"rounded_to\":1," + rest(subject))
                                .toArray(String[]::new)),
                        "")
                .then()
                .statusCode(200)
                .body("read", is(1626))
                .body("created", is(1626));
        var seen = new HashSet<Integer>();
        var page = list("subject={s}&limit=200&sort=figure", subject);
        seen.addAll(page.getList("items.figure"));
        while (page.getString("next") != null) {
            page = list("subject={s}&limit=200&sort=figure&cursor={c}", subject, page.getString("next"));
            assertThat(seen.addAll(page.<Integer>getList("items.figure"))).isTrue();
        }
        assertThat(seen).hasSize(1626);
    }

    @Test
    void relationsByKeyWorkForwardsBackwardsAndToWhatStands() {
        var subject = unique("keys");
        var standing = Given.claim(subject, "\"figure\":1");
        load(
                        file(
                                "\"figure\":2,\"key\":\"b\",\"part_of\":\"a\"," + rest(subject),
                                "\"figure\":3,\"id\":\"a\"," + rest(subject),
                                "\"figure\":4,\"supersedes\":\"b\"," + rest(subject),
                                "\"figure\":5,\"part_of\":\"" + id(standing) + "\"," + rest(subject)),
                        "")
                .then()
                .statusCode(200)
                .body("created", is(4));
        var claims = list("subject={s}&sort=figure", subject);
        var ids = claims.<String>getList("items.id");
        assertThat(claims.<String>getList("items.part_of")).containsExactly(null, ids.get(2), null, null, ids.get(0));
        assertThat(claims.<String>getList("items.supersedes")).containsExactly(null, null, null, ids.get(1), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "key":"a"                 | "key":"a"                        | key_repeated   | /claims/1
            "key":"a","part_of":"b"   | "key":"b","part_of":"a"          | cycle          | /claims/0/part_of
            "key":"a","part_of":"a"   | "key":"b"                        | cycle          | /claims/0/part_of
            "key":"a","supersedes":"b"| "key":"b","supersedes":"a"       | cycle          | /claims/0/supersedes
            "key":"a"                 | "part_of":"c"                    | unknown_key    | /claims/1/part_of
            "key":"a"                 | "part_of":"0190c0de-0000-7000-8000-000000000000" | unknown_key | /claims/1/part_of
            "key":"a"                 | "unit":"km","part_of":"a"        | unit_mismatch  | /claims/1/part_of
            "key":"a"                 | "claimant":"B","supersedes":"a"  | other_claimant | /claims/1/supersedes
            "key":7                   | "key":"b"                        | wrong_type     | /claims/0/key
            "kye":"a"                 | "key":"b"                        | unknown_field  | /claims/0/kye
            "qualifier":"roughly"     | "key":"b"                        | unknown_value  | /claims/0/qualifier
            """)
    void aRowThatIsWrongKeepsAllOut(String first, String second, String code, String pointer) {
        var subject = unique("wrong row");
        load(file(row(1, first, subject), row(2, second, subject)), "")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].code", is(code))
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].line", is(pointer.startsWith("/claims/0") ? 2 : 3))
                .body("errors[0].column", is(1));
        assertThat(list("subject={s}", subject).getList("items")).isEmpty();
    }

    @Test
    void whereErrorsAreSkippedTheOthersAreKept() {
        var subject = unique("skip");
        load(
                        file(
                                row(1, "\"key\":\"good\"", subject),
                                row(2, "\"part_of\":\"nowhere\",\"key\":\"bad\"", subject),
                                row(3, "\"part_of\":\"bad\"", subject),
                                row(4, "\"date\":\"2025-13\"", subject + " of nobody"),
                                row(5, "\"part_of\":\"good\"", subject),
                                row(1, "\"note\":\"once more\"", subject)),
                        "?on_error=skip")
                .then()
                .statusCode(200)
                .body("read", is(6))
                .body("created", is(2))
                .body("duplicates", is(1))
                .body("failed", is(3))
                .body("errors.code", contains("impossible_date", "unknown_key", "unknown_key"))
                .body("errors.key", contains(null, "bad", null));
        assertThat(list("subject={s}&sort=figure", subject).getList("items.figure"))
                .containsExactly(1, 5);
        when().get("/v1/claimants?q=nobody").then().body("items.findAll { it.name.contains('of nobody') }", empty());
    }

    @Test
    void namesThatOnlyWrongRowsHaveAreNotMade() {
        var subject = unique("orphan");
        load(file(row(1, "\"part_of\":\"nowhere\"", subject)), "?on_error=skip")
                .then()
                .statusCode(200)
                .body("failed", is(1));
        when().get("/v1/claimants?q={name}", "Claimant of " + subject)
                .then()
                .body("items.findAll { it.name == 'Claimant of " + subject + "' }", empty());
    }

    @ParameterizedTest
    @CsvSource({"stop,0", "stop,1", "skip,0", "skip,1"})
    void aDryRunSaysTheSameAndKeepsNothing(String onError, int wrong) {
        var subject = unique("dry");
        var rows = Stream.concat(
                Stream.of(row(1, "", subject), row(1, "", subject), row(2, "", subject)),
                Stream.of(row(3, "\"date\":\"2025-13\"", subject)).limit(wrong));
        var file = file(rows.toArray(String[]::new));
        var dry = load(file, "?dry_run=true&on_error=" + onError).jsonPath();
        assertThat(list("subject={s}", subject).getList("items")).isEmpty();
        when().get("/v1/claimants?q={name}", "Claimant of " + subject)
                .then()
                .body("items.findAll { it.name == 'Claimant of " + subject + "' }", empty());
        var real = load(file, "?on_error=" + onError).jsonPath();
        for (var said :
                List.of("read", "created", "duplicates", "failed", "errors", "more_errors", "status", "detail")) {
            assertThat(dry.<Object>get(said)).as(said).isEqualTo(real.get(said));
        }
        assertThat(dry.<Object>get("created")).isEqualTo(onError.equals("stop") && wrong == 1 ? null : 2);
    }

    @Test
    void whatStandsAlreadyIsAnErrorWhereTheCallerSaysSo() {
        var subject = unique("standing");
        load(file(row(1, "", subject)), "").then().statusCode(200);
        load(file(row(1, "", subject), row(2, "", subject)), "?on_duplicate=error")
                .then()
                .statusCode(422)
                .body("code", is("duplicate"))
                .body("errors", hasSize(1));
        load(file(row(1, "", subject), row(2, "", subject)), "?on_duplicate=error&on_error=skip")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("failed", is(1));
    }

    @Test
    void whatALongerImportHasAddedMeanwhileIsNotAddedAgain() throws Exception {
        var subject = unique("overlap");
        Given.claim(subject, "\"figure\":0");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            var rows = IntStream.rangeClosed(1, 600)
                    .mapToObj(i -> row(i, i == 1 ? "\"key\":\"one\"" : "\"part_of\":\"one\"", subject));
            var body = file(rows.toArray(String[]::new)).getBytes(UTF_8);
            socket.getOutputStream()
                    .write(("POST /v1/claims/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().write(body, 0, body.length - 2);
            Thread.sleep(2_000); // the first 500 are kept by now
            var other = Given.claim("\"figure\":1," + rest(subject));
            // as it is where another import added it long ago, and has just ended
            QuarkusTransaction.requiringNew()
                    .run(() -> em.createNativeQuery(
                                    "update claim set created_at = created_at - interval '10 minutes' where id = :id")
                            .setParameter("id", UUID.fromString(other.substring(other.lastIndexOf('/') + 1)))
                            .executeUpdate());
            socket.getOutputStream().write(body, body.length - 2, 2);
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .contains("\"created\":599,\"duplicates\":1,");
        }
        var one = list("subject={s}&figure_gte=1&figure_lte=1", subject).<String>getList("items.id");
        assertThat(one).hasSize(1);
        assertThat(list("part_of={id}&limit=500", one.get(0)).getList("items")).hasSize(500);
    }

    @Test
    void whereItStopsAHundredFaultsAreNamedAndSkippingNamesAThousand() {
        var rows = IntStream.range(0, 1200).mapToObj(i -> "\"figure\":" + i).toArray(String[]::new);
        load(file(rows), "").then().statusCode(422).body("errors", hasSize(100));
        load(file(rows), "?on_error=skip")
                .then()
                .statusCode(200)
                .body("failed", is(1200))
                .body("errors", hasSize(1000));
    }

    /** Rows without a date have one fault each; those without a date and a unit have two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              1 | 1 | 1 of 1 claims are wrong. Line 2:
            100 | 1 | 100 of 100 claims are wrong. Line 2:
            101 | 1 | 100 of the first 100 claims are wrong; the rest was not read and may have more faults. Line 2:
             51 | 2 | 50 of the first 50 claims are wrong; the rest was not read and may have more faults. Line 2:
            """)
    void whereItStopsItSaysWhetherThereMayBeMore(int claims, int faultsOfEach, String said) {
        var bad =
                "\"figure\":1,\"claimant\":\"A\",\"source\":\"B\"" + (faultsOfEach == 1 ? ",\"unit\":\"people\"" : "");
        load(file(Collections.nCopies(claims, bad).toArray(String[]::new)), "")
                .then()
                .statusCode(422)
                .body("errors", hasSize(Math.min(claims * faultsOfEach, 100)))
                .body("detail", startsWith("Nothing was kept: " + said));
    }

    @Test
    void whereItStopsItSaysHowManyFaultsOfRelationsThereAreBesideThoseNamed() {
        var subject = unique("nowhere");
        var rows = IntStream.range(0, 120).mapToObj(i -> row(i, "\"part_of\":\"nowhere\"", subject));
        load(file(rows.toArray(String[]::new)), "")
                .then()
                .statusCode(422)
                .body("errors", hasSize(100))
                .body(
                        "detail",
                        startsWith("Nothing was kept: 120 of 120 claims are wrong. Of 120 faults 100 are named."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | 400 | empty_body
            null                   | 400 | empty_body
            []                     | 400 | not_an_object
            {}                     | 422 | required
            {"claims":5}           | 400 | wrong_type
            {"claims":[5]}         | 400 | wrong_type
            {"claim":[]}           | 400 | unknown_field
            {"claims":[],"a":1}    | 400 | unknown_field
            {"claims":[],"claims":[]} | 400 | duplicate_key
            {"claims":[]}x         | 400 | invalid_json
            {"claims":[            | 400 | invalid_json
            {"claims":[{"a":1,}]}  | 400 | invalid_json
            {"claims":[{"a":1,"a":2}]} | 400 | duplicate_key
            """)
    void aFileThatCannotBeReadIsRefused(String body, int status, String code) {
        load(body, "").then().statusCode(status).body("code", is(code));
    }

    @Test
    void anEmptyFileIsRead() {
        load("\uFEFF{\"claims\":[]}", "").then().statusCode(200).body("read", is(0));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        for (var charset : List.of("UTF-16LE", "ISO-8859-1")) {
            given().contentType("application/json")
                    .body("{\"claims\":[{\"note\":\"é\"}]}".getBytes(charset))
                    .post("/v1/claims/import")
                    .then()
                    .statusCode(400)
                    .body("code", is("not_utf8"));
        }
    }

    @ParameterizedTest
    @CsvSource({"dry_run=yes,malformed_parameter", "on_error=go,unknown_value", "on_duplicate=allow,unknown_value"})
    void anOptionThatIsUnknownIsNamed(String query, String code) {
        load("{\"claims\":[]}", "?" + query).then().statusCode(400).body("code", is(code));
    }

    @Test
    void aFileNeedsItsType() {
        given().body("{\"claims\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/claims/import")
                .then()
                .statusCode(415);
    }

    @Test
    void manyNewNamesOfTheSameLettersAllGetASlug() {
        var subject = unique("same letters");
        var rows = IntStream.range(0, 60)
                .mapToObj(i -> row(i, "\"subject\":\"" + subject + "!".repeat(i) + "\"", subject))
                .toArray(String[]::new);
        load(file(rows), "").then().statusCode(200).body("created", is(60));
        var slugs = list("claimant={s}&limit=500", "Claimant of " + subject).<String>getList("items.subject_slug");
        assertThat(slugs).hasSize(60).doesNotHaveDuplicates().allMatch(slug -> slug.startsWith("same-letters-"));
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        var subject = unique("packed");
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(file(row(1, "", subject)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        packed("gzip", packed.toByteArray()).then().statusCode(200).body("created", is(1));
        packed("gzip", "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .then()
                .statusCode(400)
                .body("code", is("malformed_gzip"));
        packed("br", packed.toByteArray()).then().statusCode(415).body("code", is("content_encoding"));
    }

    private static Response packed(String encoding, byte[] body) {
        return given().contentType("application/json")
                .header("Content-Encoding", encoding)
                .body(body)
                .post("/v1/claims/import");
    }

    private static String row(int figure, String fields, String subject) {
        var own = fields.isEmpty() ? "" : "," + fields;
        var others = List.of(rest(subject).split(",(?=\")")).stream()
                .filter(field -> !fields.contains(field.substring(0, field.indexOf(':'))))
                .collect(Collectors.joining(","));
        return "\"figure\":" + figure + own + "," + others;
    }

    /** A file of claims, one to a line after the first. */
    private static String file(String... claims) {
        return "{\"claims\":[\n"
                + List.of(claims).stream().map(claim -> "{" + claim + "}").collect(Collectors.joining(",\n"))
                + "\n]}";
    }

    private static Response load(String body, String query) {
        return given().contentType("application/json").body(body).post("/v1/claims/import" + query);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
