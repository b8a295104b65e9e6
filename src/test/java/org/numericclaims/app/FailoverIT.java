package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A primary and its replica, with a service that writes to whichever is the primary, and one that reads the replica. */
@TestMethodOrder(OrderAnnotation.class)
class FailoverIT {

    private static final int WRITES = 50;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int ONCE_ALL_ELSE_IS_SEEN = 1;

    @TempDir
    static Path data;

    private static ReplicatedDatabase database;
    private static PackagedService writing;
    private static PackagedService reading;

    @BeforeAll
    static void start() throws Exception {
        database = ReplicatedDatabase.start(data);
        writing = PackagedService.start(data, database.settings());
        var readOnly = new HashMap<>(database.second().settings());
        readOnly.put("CLAIMS_MODE", "read-only");
        reading = PackagedService.start(data, readOnly);
    }

    @AfterAll
    static void stop() throws Exception {
        reading.close();
        writing.close();
        database.close();
    }

    @Test
    @Order(ONCE_ALL_ELSE_IS_SEEN)
    void writesGoOnAtThePromotedReplicaAndNothingAcknowledgedIsLost() throws Exception {
        try (var writers = new Writers()) {
            writers.start(writing);
            writers.awaitMore(WRITES);
            database.killFirst();
            writing.awaitReady(false, SOON);
            assertThat(reading.status("/v1/claims")).isEqualTo(200);
            database.promoteSecond();
            writing.awaitReady(true, SOON);
            writers.awaitMore(WRITES);
            writers.stop();
            writers.assertAllIsThere(database.second());
            writers.sendAgain(writing);
            writers.assertAllIsThere(database.second());
            for (var claim : writers.claims()) {
                assertThat(reading.status("/v1/claims/" + claim)).isEqualTo(200);
            }
            assertThat(writers.refusals()).containsOnly("database_unavailable");
        }
    }

    @Test
    @Order(0)
    void aReplicaShowsWhatThePrimaryHas() throws Exception {
        var added = add("A");
        var address = "/v1/claims/" + id(added);
        database.second().await("select count(*) from claim where id = '" + id(added) + "'", 1);
        read(address).statusCode(200).header("ETag", added.header("ETag"));
        read("/v1/changes").statusCode(200).body("items.resource", hasItem(address));
        add(reading, "A").then().statusCode(503).body("code", equalTo("read_only_instance"));
    }

    @Test
    @Order(0)
    void aReplicaTellsThePastOnceNothingIsToCome() throws Exception {
        recordedAt(minutesAgo(10), id(add("B")));
        database.second().await("select count(*) from claim where created_at < now() - interval '9 minutes'", 1);
        claimsAsOf(minutesAgo(5)).statusCode(200).body("items", hasSize(1));
        claimsAsOf(minutesAgo(15)).statusCode(200).body("items", hasSize(0));
        claimsAsOf(minutesAgo(1)).statusCode(503).body("code", equalTo("as_of_unsettled"));
        try (var db = database.first().connect();
                var statement = db.createStatement()) {
            db.setAutoCommit(false);
            statement.execute("select pg_logical_emit_message(true, 'somebody', 'writes')");
            database.first().run("create table seen ()"); // behind it in what the replica is sent
            database.second().await("select count(*) from pg_class where relname = 'seen'", 1);
            claimsAsOf(minutesAgo(5)).statusCode(503).body("code", equalTo("as_of_unsettled"));
            claimsAsOf(minutesAgo(180)).statusCode(200);
        }
        claimsAsOf(minutesAgo(5)).statusCode(200).body("items", hasSize(1));
    }

    private static Response add(String claimant) {
        var added = add(writing, claimant);
        added.then().statusCode(201);
        return added;
    }

    private static Response add(PackagedService service, String claimant) {
        return given().contentType("application/json")
                .body("{\"figure\":1,\"unit\":\"people\",\"source\":\"B\",\"date\":\"2025\",\"claimant\":\"" + claimant
                        + "\"}")
                .post(service.address() + "/v1/claims");
    }

    private static String id(Response added) {
        return added.path("id");
    }

    private static ValidatableResponse claimsAsOf(Instant instant) {
        return read("/v1/claims?as_of=" + instant);
    }

    private static ValidatableResponse read(String path) {
        return given().get(reading.address() + path).then();
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(minutes, ChronoUnit.MINUTES);
    }

    /** Makes it look as if it had been recorded then. */
    private static void recordedAt(Instant instant, String claim) throws SQLException {
        database.first()
                .run(
                        "set session_replication_role = replica",
                        "update claim set created_at = '%1$s', updated_at = '%1$s' where id = '%2$s'"
                                .formatted(instant, claim));
    }
}
