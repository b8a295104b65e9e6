package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service on databases whose schema is not, or not yet, its own. */
class MigrationIT {

    private static final int WRITES = 30;

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock' and query like '%create table%'";

    private static final String HISTORY = "select count(*) from flyway_schema_history where success";

    private static final String TABLES = "select string_agg(relname, ' ' order by relname) from pg_class";

    private static final String NEWER = """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (999, '999', 'to come', 'SQL', 'V999__to_come.sql', 7, 'claims', 1, true)""";

    private static final String ONE_COLUMN_MORE = """
            do $$ declare name text; begin
              set local lock_timeout = '30s';
              for name in select tablename from pg_tables where schemaname = 'public' loop
                execute format('alter table %I add column to_come text', name);
              end loop;
            end $$""";

    private static final String CUT_OFF =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()";

    private static ExternalDatabase databases;

    @TempDir
    static Path data;

    @BeforeAll
    static void start() {
        databases = ExternalDatabase.start();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    void theNextStartCompletesWhatAKillBrokeOff() throws Exception {
        var database = databases.add("killed");
        try (var other = database.connect();
                var statement = other.createStatement();
                var service = PackagedService.launch(List.of(), data, database.settings())) {
            other.setAutoCommit(false);
            statement.execute("create table claim_version ()"); // whoever makes the same waits
            database.await(WAITING, 1);
            service.kill();
        }
        try (var service = PackagedService.start(data, database.settings())) {
            assertThat(service.status("/v1/claims")).isEqualTo(200);
        }
    }

    @Test
    void whoRunsAlreadyServesOnWhenANewerInstanceHasAddedColumns() throws Exception {
        var database = databases.add("upgraded");
        try (var service = PackagedService.start(data, database.settings());
                var writers = new Writers()) {
            writers.start(service);
            writers.awaitMore(WRITES);
            database.run(ONE_COLUMN_MORE, NEWER);
            writers.awaitMore(WRITES);
            database.ask(CUT_OFF);
            service.awaitReady(true, Duration.ofSeconds(20));
            writers.awaitMore(WRITES);
            writers.stop();
            writers.sendAgain(service);
            writers.assertAllIsThere(database);
            var file = given().get(service.address() + "/v1/claims?format=ndjson")
                    .asString()
                    .replace("\"claimant\":\"A\"", "\"claimant\":\"Another\"");
            given().contentType("application/x-ndjson;charset=utf-8")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post(service.address() + "/v1/claims/import")
                    .then()
                    .body("created", greaterThanOrEqualTo(WRITES / 4));
            assertThat(service.status("/v1/claims?as_of=" + Instant.now().minusSeconds(1)))
                    .isEqualTo(200);
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAsItIs() throws Exception {
        var database = databases.add("newer");
        PackagedService.start(data, database.settings()).stop();
        database.run(NEWER);
        var before = database.ask(TABLES) + database.ask(HISTORY);
        try (var service = PackagedService.launch(List.of(), data, database.settings())) {
            assertThat(service.awaitEnd(30)).isNotZero();
            assertThat(service.said()).contains("999");
        }
        assertThat(database.ask(TABLES) + database.ask(HISTORY)).isEqualTo(before);
    }
}
