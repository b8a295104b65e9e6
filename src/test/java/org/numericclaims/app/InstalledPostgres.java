package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A server of a PostgreSQL that the machine has installed, and its programs, as an operator has them. */
final class InstalledPostgres implements AutoCloseable {

    private static final String ADMINISTRATOR = "postgres";
    private static final String PASSWORD = "secret";

    private final Path home;
    private final DataFolder folder;
    private final PostgresServer server;
    private final int port = EmbeddedPostgres.freePort();

    private InstalledPostgres(Path home, Path data) throws IOException {
        this.home = home;
        folder = DataFolder.open(data);
        server = new PostgresServer(new PostgresBinaries(home), folder, Map.of());
        var password = Files.writeString(folder.file("password"), PASSWORD);
        var made = Command.run(
                home.resolve("bin/initdb"),
                "--pgdata=" + server.database(),
                "--username=" + ADMINISTRATOR,
                "--auth=scram-sha-256",
                "--pwfile=" + password);
        assertThat(made.failed()).as(made.output()).isFalse();
        var include = List.of("include = 'claims.conf'");
        Files.write(server.database().resolve("postgresql.conf"), include, StandardOpenOption.APPEND);
        server.start(port);
    }

    /** Makes one in that folder, by the programs under that home, and starts it. */
    static InstalledPostgres start(Path home, Path data) throws IOException {
        return new InstalledPostgres(home, data);
    }

    /** The database of that name, as that user. */
    DatabaseBehind database(String name, String user) {
        return new DatabaseBehind("jdbc:postgresql://127.0.0.1:" + port + "/" + name, user, PASSWORD);
    }

    /** As the administrator. */
    DatabaseBehind administered() {
        return database("postgres", ADMINISTRATOR);
    }

    /** Runs a command of its programs, as the administrator, in that folder. */
    void run(String command, Path directory) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "PATH",
                        home.resolve("bin") + ":" + System.getenv("PATH"),
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        String.valueOf(port),
                        "PGUSER",
                        ADMINISTRATOR,
                        "PGPASSWORD",
                        PASSWORD));
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(command + ": " + said).isZero();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        folder.close();
    }
}
