package org.numericclaims.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of the service's own, which lives in the data folder and is kept alive until closed. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final long WATCH_MILLIS = 250;

    private final DataFolder folder;
    private final PostgresServer server;
    private final String password;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(DataFolder folder, PostgresServer server) throws IOException {
        this.folder = folder;
        this.server = server;
        this.password = folder.password();
        server.initialize();
        this.port = takeOverOrStart();
    }

    /** Starts the server of this folder, made on first use; throws {@link StartRefused} with a sentence to print. */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, Map.of());
    }

    /** Starts with these entries of postgresql.conf on top; a server that is taken over keeps those it has. */
    public static EmbeddedPostgres start(Path dataDir, Map<String, String> settings) {
        Command.requireAllowedUser();
        var folder = DataFolder.open(dataDir);
        try {
            var server = new PostgresServer(PostgresBinaries.in(folder), folder, settings);
            var postgres = new EmbeddedPostgres(folder, server);
            postgres.watch();
            return postgres;
        } catch (IOException e) {
            folder.close();
            throw new StartRefused("The embedded database in " + dataDir + " cannot be started: " + e, e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return Postmaster.jdbcUrl(port);
    }

    public String username() {
        return PostgresServer.SUPERUSER;
    }

    public String password() {
        return password;
    }

    /** Stops the server, waits until it is gone, and gives the folder free. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The embedded database could not be stopped", e);
        } finally {
            folder.close();
        }
    }

    private int takeOverOrStart() throws IOException {
        var left = Postmaster.of(server.database());
        if (left.isPresent() && left.get().answers(username(), password)) {
            LOG.log(
                    Level.INFO,
                    "Took over the database server that an earlier run left, pid {0}",
                    Long.toString(left.get().pid()));
            return left.get().port();
        }
        int free = freePort();
        server.start(free);
        return free;
    }

    /** A port of the loopback address that nobody listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void watch() {
        var watcher = new Thread(this::keepAlive, "embedded-database-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepAlive() {
        while (restartIfGone()) {
            pause();
        }
    }

    private synchronized boolean restartIfGone() {
        try {
            if (!closed && !server.isRunning()) {
                LOG.log(Level.WARNING, "The embedded database is gone and is started again");
                server.start(port);
            }
        } catch (IOException | StartRefused e) {
            LOG.log(Level.ERROR, "The embedded database cannot be started again yet: {0}", e.getMessage());
        }
        return !closed;
    }

    private static void pause() {
        try {
            Thread.sleep(WATCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
