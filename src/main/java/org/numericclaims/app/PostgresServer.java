package org.numericclaims.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A database folder with the programs and settings to run it. */
final class PostgresServer {

    static final String SUPERUSER = "claims";

    private static final String SETTINGS_FILE = "claims.conf";
    private static final String SECONDS_TO_START = "60";
    private static final String SECONDS_TO_STOP = "20";

    private final PostgresBinaries binaries;
    private final DataFolder folder;
    private final Path database;
    private final Map<String, String> settings;

    PostgresServer(PostgresBinaries binaries, DataFolder folder, Map<String, String> settings) {
        this.binaries = binaries;
        this.folder = folder;
        this.database = folder.file("pgdata");
        this.settings = Map.copyOf(settings);
    }

    Path database() {
        return database;
    }

    /** Makes the empty database on the first start; one that was interrupted is begun again. */
    void initialize() throws IOException {
        if (Files.exists(database)) {
            return;
        }
        var unfinished = folder.unfinished("pgdata");
        var made = Command.run(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.file("password"),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + unicodeCharacterTypes());
        if (made.failed()) {
            throw new StartRefused("The database in " + database + " cannot be made: " + lastLines(made.output()));
        }
        var include = List.of("include = '" + SETTINGS_FILE + "'");
        Files.write(unfinished.resolve("postgresql.conf"), include, StandardOpenOption.APPEND);
        folder.finish(unfinished, database);
    }

    // the parser of full-text search asks the C library what a letter is
    private static String unicodeCharacterTypes() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "UTF-8" : "C.UTF-8";
    }

    /** Returns once the server takes connections, a crash recovery included. */
    void start(int port) throws IOException {
        Postmaster.strikeOut(database);
        writeSettings(port);
        var log = folder.file("postgres.log");
        var start = control("start", "--wait", "--timeout=" + SECONDS_TO_START, "--log=" + log);
        if (start.failed()) {
            stop();
            throw new StartRefused("PostgreSQL does not start on " + database + ": " + reason(log) + " See " + log);
        }
    }

    private void writeSettings(int port) throws IOException {
        var all = new TreeMap<>(settings);
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("port", Integer.toString(port));
        Files.write(database.resolve(SETTINGS_FILE), (Iterable<String>) all.entrySet().stream()
                .map(e -> e.getKey() + " = '" + e.getValue().replace("'", "''") + "'")::iterator);
    }

    /** Ends the server if it runs, without waiting for its clients, and returns when it is gone. */
    void stop() throws IOException {
        if (isRunning()
                && control("stop", "--mode=fast", "--timeout=" + SECONDS_TO_STOP)
                        .failed()
                && isRunning()) {
            control("stop", "--mode=immediate");
        }
    }

    boolean isRunning() throws IOException {
        return Postmaster.of(database).filter(Postmaster::isAlive).isPresent();
    }

    private Command control(String action, String... options) {
        var arguments = new ArrayList<>(List.of(action, "--pgdata=" + database));
        arguments.addAll(List.of(options));
        return Command.run(binaries.program("pg_ctl"), arguments.toArray(String[]::new));
    }

    private static String reason(Path log) throws IOException {
        var fatal = Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("DETAIL:"))
                        .collect(Collectors.joining("\n"))
                : "";
        return lastLines(fatal);
    }

    private static String lastLines(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    }
}
