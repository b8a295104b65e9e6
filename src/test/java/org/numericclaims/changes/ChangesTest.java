package org.numericclaims.changes;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ChangesTest {

    @Inject
    DataSource database;

    @Inject
    ChangeStreams streams;

    @Inject
    ObjectMapper json;

    @Test
    void allThatHappensToAClaimIsToldInOrder() {
        var after = end();
        var subject = unique("told");
        var claim = Given.claim(subject, "\"figure\":1");
        patch(claim + "?reason=misread", "{\"figure\":2}").then().statusCode(200);
        patch(claim, "{\"figure\":2}").then().statusCode(200);
        given().header("If-Match", "*").delete(claim).then().statusCode(204);
        patch(claim, "{\"status\":\"active\"}").then().statusCode(200);
        given().header("If-Match", "*")
                .delete(claim + "?purge=true&reason=by law")
                .then()
                .statusCode(204);
        var told = about(after, claim);
        assertThat(told)
                .extracting(Change::kind)
                .containsExactly("created", "changed", "withdrawn", "changed", "purged");
        assertThat(told).extracting(Change::version).containsExactly(1, 2, 3, 4, null);
        // the reasons that were given before are erased with the claim
        assertThat(told).extracting(Change::reason).containsExactly(null, null, null, null, "by law");
        assertThat(told).extracting(Change::changedAt).doesNotContainNull().isSorted();
        var names = changes(after).stream().filter(change -> change.kind().equals("created"));
        assertThat(names).extracting(Change::thing).contains("claimant", "subject", "claim");
    }

    @Test
    void aReasonIsToldAsLongAsTheClaimIsThere() {
        var after = end();
        var claim = Given.claim(unique("why"), "\"figure\":1");
        patch(claim + "?reason=misread", "{\"figure\":2}").then().statusCode(200);
        patch(claim, "{\"figure\":3}").then().statusCode(200);
        assertThat(about(after, claim)).extracting(Change::reason).containsExactly(null, "misread", null);
    }

    @Test
    void whatNamesClaimsIsToldToo() {
        var after = end();
        var one = claimant(unique("One"));
        var other = claimant(unique("Other"));
        var third = claimant(unique("Third"));
        given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + other.replaceFirst(".*/", "") + "\"}")
                .post(one + "/merge")
                .then()
                .statusCode(200);
        given().header("If-Match", "*").delete(third).then().statusCode(204);
        assertThat(about(after, one)).extracting(Change::kind).containsExactly("created", "merged");
        assertThat(about(after, one).get(1).mergedInto()).isEqualTo(path(other));
        assertThat(about(after, other)).extracting(Change::kind).startsWith("created");
        assertThat(about(after, third)).extracting(Change::kind).containsExactly("created", "deleted");
    }

    @Test
    void placesAndReviewsOfAClaimAreTold() {
        var claim = Given.claim(unique("parts"), "\"figure\":1");
        var after = end();
        var review = given().contentType(ContentType.JSON)
                .body("{\"reviewer\":\"A desk\",\"rating\":\"contested\"}")
                .post(claim + "/assessments")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        given().header("If-Match", "*").delete(review).then().statusCode(204);
        assertThat(about(after, review)).extracting(Change::kind).containsExactly("created", "deleted");
        assertThat(about(after, review)).extracting(Change::thing).containsOnly("assessment");
    }

    @Test
    void anImportTellsOfItsClaimsAndOfNothingElse() {
        var subject = unique("imported");
        var after = end();
        for (int i = 0; i < 2; i++) {
            given().contentType(ContentType.JSON)
                    .body("{\"claims\":[{\"key\":\"a\",\"figure\":1," + Given.rest(subject)
                            + "},{\"part_of\":\"a\",\"figure\":2," + Given.rest(subject) + "}]}")
                    .post("/v1/claims/import")
                    .then()
                    .statusCode(200);
        }
        given().contentType(ContentType.JSON)
                .body("{\"claims\":[{\"figure\":9," + Given.rest("dry " + subject) + "}]}")
                .post("/v1/claims/import?dry_run=true")
                .then()
                .statusCode(200);
        assertThat(changes(after))
                .filteredOn(change -> change.thing().equals("claim"))
                .extracting(Change::kind)
                .containsExactly("created", "created");
        assertThat(changes(after)).extracting(Change::resource).noneMatch(resource -> resource.contains("dry"));
    }

    @Test
    void whatIsChangedBySqlIsToldWithWhoDidIt() throws SQLException {
        var claim = Given.claim(unique("by hand"), "\"figure\":1");
        var after = end();
        try (var db = database.getConnection()) {
            db.setAutoCommit(false);
            run(db, "set local claims.changed_by = 'Ann'");
            run(db, "update claim set note = 'by hand' where id = '" + claim.replaceFirst(".*/", "") + "'");
            db.commit();
        }
        var told = about(after, claim);
        assertThat(told).extracting(Change::changedBy).containsExactly("Ann");
        assertThat(told).extracting(Change::version).containsExactly(2);
    }

    /** A number given earlier than another may become visible later: whoever has read on past it would never see it. */
    @Test
    void whatIsCommittedLateIsNotMissed() throws SQLException {
        var slow = Given.claim(unique("slow"), "\"figure\":1");
        var quick = Given.claim(unique("quick"), "\"figure\":1");
        var after = end();
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            run(late, "update claim set note = 'begun first' where id = '" + slow.replaceFirst(".*/", "") + "'");
            patch(quick, "{\"note\":\"ended first\"}").then().statusCode(200);
            assertThat(told(page(after))).isEmpty();
            late.commit();
        }
        assertThat(changes(after)).extracting(Change::resource).containsSubsequence(path(slow), path(quick));
    }

    @Test
    void whatWasRolledBackIsNotTold() throws SQLException {
        var claim = Given.claim(unique("back"), "\"figure\":1");
        var after = end();
        try (var db = database.getConnection()) {
            db.setAutoCommit(false);
            run(db, "update claim set note = 'never' where id = '" + claim.replaceFirst(".*/", "") + "'");
            db.rollback();
        }
        assertThat(about(after, claim)).isEmpty();
    }

    @Test
    void pagesLeadOnUntilNothingIsNew() {
        var after = end();
        var claim = Given.claim(unique("pages"), "\"figure\":1");
        for (int figure = 2; figure < 6; figure++) {
            patch(claim, "{\"figure\":" + figure + "}").then().statusCode(200);
        }
        settle();
        var seen = new ArrayList<Change>();
        var link = "/v1/changes?limit=2&after=" + after;
        while (link != null) {
            var page = when().get(link).then().statusCode(200).extract();
            seen.addAll(told(page.jsonPath()));
            var header = page.header("Link");
            link = header == null ? null : header.replaceFirst(".*?(/v1/[^>]*)>.*", "$1");
            after = page.path("next");
        }
        assertThat(seen)
                .filteredOn(change -> change.resource().equals(path(claim)))
                .hasSize(5);
        when().get("/v1/changes?after=" + after)
                .then()
                .body("items", empty())
                .body("next", is(after))
                .header("Link", nullValue());
    }

    @Test
    void aPlaceThatWasNotGivenHereIsRefused() {
        when().get("/v1/changes?after=12")
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"))
                .body("errors.parameter", contains("after"));
        var cursor = Given.list("limit=1").getString("next");
        when().get("/v1/changes?after=" + cursor).then().statusCode(400).body("code", is("invalid_cursor"));
    }

    @Test
    void fromTheBeginningAllIsTold() {
        var page = when().get("/v1/changes?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        assertThat(page.getString("items[0].kind")).isEqualTo("created");
    }

    @Test
    void aListenerIsToldWhatIsNewAndGoesOnWhereHeWas() throws Exception {
        var after = end();
        var claim = Given.claim(unique("heard"), "\"figure\":1");
        String id;
        try (var events = listen("?after=" + after, null)) {
            var created = events.until(claim);
            assertThat(created).contains("event:created");
            id = line(created, "id:");
            patch(claim, "{\"figure\":2}").then().statusCode(200);
            assertThat(events.until(claim)).contains("event:changed").anyMatch(line -> line.contains("\"version\":2"));
        }
        try (var events = listen("?after=" + after, id)) {
            assertThat(events.until(claim)).contains("event:changed");
        }
    }

    @Test
    void aListenerFromNowOnIsToldNothingOfBefore() throws Exception {
        var before = Given.claim(unique("before"), "\"figure\":1");
        try (var events = listen("?after=now", null)) {
            var claim = Given.claim(unique("after"), "\"figure\":1");
            var heard = events.until(claim);
            assertThat(events.all).noneMatch(line -> line.contains(path(before)));
            assertThat(heard).contains("event:created");
        }
    }

    @Test
    void whoComesWhenTooManyListenIsToldToComeLater() throws Exception {
        var events = new ArrayList<Events>();
        try {
            int status = 200;
            while (status == 200) {
                assertThat(events).hasSizeLessThanOrEqualTo(20);
                var response = open("?after=now", null);
                status = response.statusCode();
                if (status == 200) {
                    events.add(new Events(response));
                } else {
                    assertThat(status).isEqualTo(503);
                    assertThat(response.headers().firstValue("Retry-After")).contains("30");
                    assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                            .contains("\"busy\"");
                }
            }
            assertThat(events).isNotEmpty();
        } finally {
            for (var one : events) {
                one.close();
            }
        }
    }

    @Test
    void theHeadOfAStreamEndsAtOnce() {
        for (int i = 0; i < 2; i++) {
            given().accept("text/event-stream").head("/v1/changes").then().statusCode(200);
        }
    }

    @Test
    void aListenerWhoIsFarBehindIsToldAllOfIt() throws Exception {
        var after = end();
        var claims = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            claims.add(path(Given.claim(unique("behind"), "\"figure\":1")));
        }
        try (var events = listen("?after=" + after, null)) {
            for (var claim : claims) {
                assertThat(events.until(claim)).contains("event:created");
            }
        }
    }

    @Test
    void aListenerWithAPlaceOfNoListIsRefused() {
        given().accept("text/event-stream")
                .get("/v1/changes?after=12")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_cursor"));
    }

    private String line(List<String> event, String field) {
        return event.stream()
                .filter(line -> line.startsWith(field))
                .findFirst()
                .orElseThrow()
                .substring(field.length())
                .strip();
    }

    private Events listen(String query, String lastEventId) throws Exception {
        var response = open(query, lastEventId);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        return new Events(response);
    }

    private static HttpResponse<InputStream> open(String query, String lastEventId) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/changes" + query))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    }

    /** A stream of events, line by line; the service tells what is new as its own clock would have it do. */
    private final class Events implements AutoCloseable {

        private final BufferedReader lines;
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final List<String> all = new ArrayList<>();

        private Events(HttpResponse<InputStream> response) throws IOException {
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            clock.scheduleWithFixedDelay(streams::tell, 0, 50, TimeUnit.MILLISECONDS);
            all.add(lines.readLine()); // the greeting: from now on it is told
        }

        /** The lines of the next event about that. */
        List<String> until(String resource) throws IOException {
            var event = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(line);
                if (!line.isEmpty()) {
                    event.add(line);
                } else if (event.stream().anyMatch(said -> said.contains(path(resource)))) {
                    return event;
                } else {
                    event.clear();
                }
            }
            throw new AssertionError("The stream ended without " + resource + ": " + all);
        }

        @Override
        public void close() throws IOException {
            clock.shutdownNow();
            lines.close();
        }
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }

    private static String claimant(String name) {
        return given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/claimants")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private List<Change> about(String after, String resource) {
        return changes(after).stream()
                .filter(change -> change.resource().equals(path(resource)))
                .toList();
    }

    private List<Change> changes(String after) {
        settle();
        return told(page(after));
    }

    /** Waits for PostgreSQL's own transactions, such as those of its vacuum, which hold the feed up as any other. */
    private void settle() {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            for (int i = 0; i < 100; i++) {
                try (var row = statement.executeQuery(
                        "select pg_snapshot_xmin(now) = pg_snapshot_xmax(now) from pg_current_snapshot() now")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Change> told(JsonPath page) {
        return page.getList("items").stream()
                .map(item -> json.convertValue(item, Change.class))
                .toList();
    }

    private static JsonPath page(String after) {
        return when().get("/v1/changes?limit=500&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String end() {
        settle();
        return page("now").getString("next");
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
