package org.numericclaims.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database behind a service, asked past it. */
record DatabaseBehind(String url, String user, String password) {

    private static final int TRIES = 1_200;

    /** The one that runs in that data folder. */
    static DatabaseBehind in(Path data) throws IOException {
        var server = Postmaster.of(data.resolve("pgdata")).orElseThrow();
        var password = Files.readString(data.resolve("password")).strip();
        return new DatabaseBehind(Postmaster.jdbcUrl(server.port()), PostgresServer.SUPERUSER, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void run(String sql) throws SQLException {
        try (var db = connect();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value of the first row. */
    String ask(String sql) throws SQLException {
        try (var db = connect();
                var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
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
