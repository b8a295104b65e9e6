package org.numericclaims.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.numericclaims.http.AddressGuard;

/** A fresh PostgreSQL for the tests that speak HTTP. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Of this process alone: the build has several that test at once. */
    static final Path FOLDER = Path.of(System.getProperty("test.database", "target/test-database"));

    /** What the server says. */
    public static final Path LOG = FOLDER.resolve("postgres.log");

    /** Nobody needs what tests wrote after a crash of the machine: they don't wait for the disk. */
    private static final Map<String, String> SETTINGS =
            Map.of("shared_preload_libraries", "pg_stat_statements", "synchronous_commit", "off");

    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        AddressGuard.takeOver(); // as Main does, which tests don't run
        forget(FOLDER.resolve("pgdata"));
        database = EmbeddedPostgres.start(FOLDER, SETTINGS);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    // the unpacked programs beside it are kept: they take seconds and never differ
    private static void forget(Path data) {
        if (Files.notExists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
