package org.numericclaims.app;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;

/** What an embedded database answers over a new connection. */
final class Asked {

    private Asked() {}

    static void run(EmbeddedPostgres database, String... statements) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ask(EmbeddedPostgres database, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var rows = connection.createStatement().executeQuery(query)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return String.join(",", answers);
        }
    }

    static String askSoon(EmbeddedPostgres database, String query) throws Exception {
        var deadline = Instant.now().plusSeconds(10);
        while (true) {
            try {
                return ask(database, query);
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
