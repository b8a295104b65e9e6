package org.numericclaims.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Two servers, of which the second follows the first, which waits with each commit until the second has it. */
final class ReplicatedDatabase implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";

    private final DataFolder firstFolder;
    private final DataFolder secondFolder;
    private final PostgresServer first;
    private final PostgresServer second;
    private final String password;
    private final int firstPort = EmbeddedPostgres.freePort();
    private final int secondPort = EmbeddedPostgres.freePort();

    private ReplicatedDatabase(Path folder, PostgresBinaries binaries) throws IOException {
        firstFolder = DataFolder.open(folder.resolve("first"));
        secondFolder = DataFolder.open(folder.resolve("second"));
        password = firstFolder.password();
        first = new PostgresServer(binaries, firstFolder, Map.of("synchronous_standby_names", "*"));
        var source = "host=" + ADDRESS + " port=" + firstPort + " user=" + PostgresServer.SUPERUSER + " password="
                + password;
        second = new PostgresServer(binaries, secondFolder, Map.of("primary_conninfo", source));
        first.initialize();
        copy(first.database(), second.database());
        Files.createFile(second.database().resolve("standby.signal"));
    }

    static ReplicatedDatabase start(Path folder) throws IOException {
        var database = new ReplicatedDatabase(folder, programs());
        database.first.start(database.firstPort);
        database.second.start(database.secondPort);
        return database;
    }

    DatabaseBehind first() {
        return behind(firstPort);
    }

    DatabaseBehind second() {
        return behind(secondPort);
    }

    /** What tells a service to use whichever of the two takes writes. */
    Map<String, String> settings() {
        var settings = new HashMap<>(first().settings());
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + ADDRESS + ":" + firstPort + "," + ADDRESS + ":" + secondPort
                        + "/postgres?targetServerType=primary");
        return settings;
    }

    /** Ends the first as a power cut does. */
    void killFirst() throws IOException {
        var server = Postmaster.of(first.database()).orElseThrow();
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }

    /** Makes the second the one that takes writes. */
    void promoteSecond() throws SQLException {
        second().ask("select pg_promote()");
    }

    @Override
    public void close() throws IOException {
        second.stop();
        first.stop();
        secondFolder.close();
        firstFolder.close();
    }

    private DatabaseBehind behind(int port) {
        return new DatabaseBehind(Postmaster.jdbcUrl(port), PostgresServer.SUPERUSER, password);
    }

    /** Those of the other tests: to unpack them takes seconds. */
    private static PostgresBinaries programs() throws IOException {
        try (var folder = DataFolder.open(TestDatabase.FOLDER)) {
            return PostgresBinaries.in(folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
