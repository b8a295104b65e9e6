package org.numericclaims.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RelayedDatabase.Profile.class)
class DatabaseWatchTest {

    private static final String USER = "claims";
    private static final String LIST = "/v1/claimants";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Relay relay = RelayedDatabase.relay;
    private final String password = RelayedDatabase.password();
    private final StringBuffer log = new StringBuffer();

    // one story, because each chapter starts where the one before ended and the first needs a service just started
    @Test
    void theServiceOutlivesItsDatabaseAndNeedsNoRestart() throws Exception {
        var root = Logger.getLogger("");
        var kept = keep(log);
        root.addHandler(kept);
        try {
            isAway();
            relay.open();
            isBackSoon();
            theConnectionIsLost();
            whoeverIsToldFailsOnce();
            theServerIsStopped();
            thePasswordIsWrong();
            theSchemaIsNewer();
            assertThat(log).contains("The database is ready").doesNotContain(password);
        } finally {
            root.removeHandler(kept);
        }
    }

    @Test
    void anOldPostgresIsRefused() {
        Schema.requireNewEnough(15);
        assertThatThrownBy(() -> Schema.requireNewEnough(14))
                .isInstanceOf(SchemaRefused.class)
                .hasMessage("PostgreSQL 14 is too old: 15 is needed.");
    }

    private void theConnectionIsLost() throws Exception {
        relay.cut();
        isAwaySoon();
        relay.open();
        isBackSoon();
    }

    private void whoeverIsToldFailsOnce() throws Exception {
        FailsOnce.armed = true;
        theConnectionIsLost();
        assertThat(FailsOnce.armed).isFalse();
    }

    /** One of those who are told that the database came, such as the loading of samples, and cannot use it yet. */
    @ApplicationScoped
    static class FailsOnce {

        private static volatile boolean armed;

        void load(@Observes DatabaseCame came) {
            if (armed) {
                armed = false;
                throw new IllegalStateException("It failed once.");
            }
        }
    }

    /** Those who wait for it already are answered too, though nobody says that the connection is dead. */
    private void theServerIsStopped() throws Exception {
        relay.stall(true);
        var waiting = CompletableFuture.supplyAsync(() -> when().get(LIST));
        assertThat(waiting.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        isAway();
        relay.stall(false);
        isBackSoon();
    }

    private void thePasswordIsWrong() throws Exception {
        relay.cut();
        RelayedDatabase.run(USER, password, "alter role claims password 'another'");
        relay.open();
        isAwaySoon();
        isAway();
        RelayedDatabase.run(USER, "another", "alter role claims password '" + password + "'");
        isBackSoon();
    }

    private void theSchemaIsNewer() throws Exception {
        relay.cut();
        isAwaySoon();
        RelayedDatabase.run(USER, password, """
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (999, '999', 'to come', 'SQL', 'V999__to_come.sql', 7, 'claims', 1, true)""");
        relay.open();
        awaitLog("999");
        isAway();
        RelayedDatabase.run(USER, password, "delete from flyway_schema_history where version = '999'");
        isBackSoon();
    }

    private static void isAway() {
        when().get(LIST)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("code", is("database_unavailable"));
        when().get("/health/live").then().statusCode(200);
        when().get("/health/ready").then().statusCode(503);
    }

    private static void isAwaySoon() throws InterruptedException {
        await(503, SOON);
        isAway();
    }

    private static void isBackSoon() throws InterruptedException {
        await(200, SOON);
        when().get(LIST).then().statusCode(200);
    }

    private static void await(int ready, Duration patience) throws InterruptedException {
        var deadline = Instant.now().plus(patience);
        while (when().get("/health/ready").statusCode() != ready) {
            assertThat(Instant.now()).as("until ready is %s", ready).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private void awaitLog(String text) throws InterruptedException {
        var deadline = Instant.now().plus(SOON);
        while (log.indexOf(text) < 0) {
            assertThat(Instant.now()).as("until the log has %s", text).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private static Handler keep(StringBuffer log) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.append(entry.getMessage())
                        .append('\n')
                        .append(entry.getThrown())
                        .append('\n');
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
