package org.numericclaims.app;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A second JVM that starts the database of a folder, writes a row, says so and waits to be killed. */
final class ServiceOfItsOwn {

    private ServiceOfItsOwn() {}

    public static void main(String... args) throws Exception {
        var database = EmbeddedPostgres.start(Path.of(args[0]));
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (word text)");
            statement.execute("insert into kept values ('" + args[1] + "')");
        }
        System.out.println("written");
        Thread.sleep(60_000);
    }
}
