package org.numericclaims.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.numericclaims.http.AddressGuard;

/** The program: the embedded database, unless there is one of the user's own, and the service on top of it. */
@QuarkusMain
public final class Main {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final long SECONDS_FOR_THE_SERVICE = 25;

    Main() {}

    public static void main(String... args) {
        try {
            Settings.requireKnown(System.getenv());
            var port = HttpPort.of(System.getenv());
            if (!Settings.haveKey(System.getenv())) {
                port.requireLoopback();
            }
            port.requireFree();
            AddressGuard.takeOver();
            if (hasDatabaseOfItsOwn()) {
                Quarkus.run(args);
            } else {
                runEmbedded(args);
            }
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean hasDatabaseOfItsOwn() {
        var named = System.getProperty(URL, System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
        return named != null && !named.isBlank();
    }

    private static Path dataDir() {
        var named = System.getenv("CLAIMS_DATA_DIR");
        return Path.of(named == null || named.isBlank() ? "data" : named);
    }

    // the hook stands before the database starts, so that a signal in between leaves no server behind
    private static void runEmbedded(String... args) {
        var ended = new CountDownLatch(1);
        var database = new AtomicReference<EmbeddedPostgres>();
        Runnable end = () -> {
            stop(database.get());
            ended.countDown();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ended, end), "embedded-database-stop"));
        try {
            database.set(EmbeddedPostgres.start(dataDir()));
            announce(database.get());
            afterTheService(end);
            Quarkus.run(args);
        } finally {
            end.run();
        }
    }

    private static void announce(EmbeddedPostgres database) {
        System.setProperty(URL, database.jdbcUrl());
        System.setProperty(USERNAME, database.username());
        System.setProperty(PASSWORD, database.password());
    }

    // hooks run side by side: this one keeps the JVM until Quarkus has stopped and then the database has, too
    private static void await(CountDownLatch ended, Runnable end) {
        try {
            if (!ended.await(SECONDS_FOR_THE_SERVICE, TimeUnit.SECONDS)) {
                end.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Quarkus calls its exit handler once the service has stopped, however that came about. */
    private static void afterTheService(Runnable end) {
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, cause) -> {
            end.run();
            exit.accept(code, cause);
        });
    }

    private static void stop(EmbeddedPostgres database) {
        if (database != null) {
            database.close();
        }
        System.clearProperty(URL);
        System.clearProperty(USERNAME);
        System.clearProperty(PASSWORD);
    }
}
