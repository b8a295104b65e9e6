package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;

/** A database that lets nobody in for a while. */
final class DatabaseAway {

    private static final int TRIES = 300;

    private DatabaseAway() {}

    /** Makes the call between the moments when the service has noticed that the database is away, and back again. */
    static <T> T during(Callable<T> call) throws Exception {
        run("alter database postgres with allow_connections false");
        try {
            run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
            await(503);
            return call.call();
        } finally {
            run("alter database postgres with allow_connections true");
            await(200);
        }
    }

    private static void await(int status) throws IOException, InterruptedException {
        int answered = 0;
        for (int i = 0; i < TRIES && answered != status; i++) {
            Thread.sleep(50);
            answered = Raw.ask("GET /health/ready").status();
        }
        assertThat(answered).isEqualTo(status);
    }

    private static void run(String sql) throws SQLException {
        var url = setting("jdbc.url").replaceFirst("/postgres$", "/template1");
        try (var connection = DriverManager.getConnection(url, setting("username"), setting("password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
