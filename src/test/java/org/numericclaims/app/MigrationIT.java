package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service on databases whose schema is not, or not yet, its own. */
class MigrationIT {

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock' and query like '%create table%'";

    private static final String HISTORY = "select count(*) from flyway_schema_history where success";

    private static final String TABLES = "select string_agg(relname, ' ' order by relname) from pg_class";

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
    void aNewerSchemaIsRefusedAndLeftAsItIs() throws Exception {
        var database = databases.add("newer");
        PackagedService.start(data, database.settings()).stop();
        database.run("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (999, '999', 'to come', 'SQL', 'V999__to_come.sql', 7, 'claims', 1, true)""");
        var before = database.ask(TABLES) + database.ask(HISTORY);
        try (var service = PackagedService.launch(List.of(), data, database.settings())) {
            assertThat(service.awaitEnd(30)).isNotZero();
            assertThat(service.said()).contains("999");
        }
        assertThat(database.ask(TABLES) + database.ask(HISTORY)).isEqualTo(before);
    }
}
