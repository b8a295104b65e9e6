package org.numericclaims.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/** The database behind a service, asked past it. */
record DatabaseBehind(String url, String user, String password) {

    private static final int TRIES = 1_200;

    /** The one that runs in that data folder. */
    static DatabaseBehind in(Path data) throws IOException {
        var server = Postmaster.of(data.resolve("pgdata")).orElseThrow();
        var password = Files.readString(data.resolve("password")).strip();
        return new DatabaseBehind(Postmaster.jdbcUrl(server.port()), PostgresServer.SUPERUSER, password);
    }

    /** That one. */
    static DatabaseBehind behind(EmbeddedPostgres server) {
        return new DatabaseBehind(server.jdbcUrl(), server.username(), server.password());
    }

    /** What tells a service to use it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", user,
                "QUARKUS_DATASOURCE_PASSWORD", password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void run(String... statements) throws SQLException {
        try (var db = connect();
                var statement = db.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first value of each row, parted by commas. */
    String ask(String sql) throws SQLException {
        try (var db = connect();
                var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (row.next()) {
                answers.add(row.getString(1));
            }
            return String.join(",", answers);
        }
    }

    /** As {@link #ask}, once it can be asked, which must be within ten seconds. */
    String askSoon(String sql) throws SQLException, InterruptedException {
        var deadline = Instant.now().plusSeconds(10);
        while (true) {
            try {
                return ask(sql);
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(ask(sql));
    }

    /** Waits for the count to be that, for a minute. */
    void await(String sql, long expected) throws SQLException, InterruptedException {
        long found = count(sql);
        for (int i = 0; i < TRIES && found != expected; i++) {
            Thread.sleep(50);
            found = count(sql);
        }
        if (found != expected) {
            throw new AssertionError(found + " in place of " + expected + ": " + sql);
        }
    }
}
