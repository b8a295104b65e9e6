package org.numericclaims.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** The server process that {@code postmaster.pid} in a database folder names, dead or alive. */
record Postmaster(Path database, long pid, int port) {

    // above what any kernel gives out, so that no process has it
    private static final String NO_PROCESS = "2147483646";

    private static final String WRONG_PASSWORD = "28P01";
    private static final int SECONDS_TO_CONNECT = 5;
    private static final int SECONDS_TO_RECOVER = 60;

    static Optional<Postmaster> of(Path database) throws IOException {
        var file = database.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        try {
            return Optional.of(new Postmaster(
                    database,
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException | IndexOutOfBoundsException halfWritten) {
            return Optional.empty();
        }
    }

    /** True only if the process is a PostgreSQL server of this very folder: a pid may have become another's. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(this::isOurs)
                .isPresent();
    }

    private boolean isOurs(ProcessHandle.Info process) {
        return process.command().filter(command -> command.contains("postgres")).isPresent()
                && process.arguments().map(Arrays::asList).stream().anyMatch(a -> a.contains(database.toString()));
    }

    /** Waits for a live server that may still be recovering; false if there is none or it ended meanwhile. */
    boolean answers(String username, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(port));
        source.setUser(username);
        source.setPassword(password);
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setSocketTimeout(SECONDS_TO_CONNECT);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_RECOVER);
        while (isAlive()) {
            try (var connection = source.getConnection()) {
                return connection.isValid(SECONDS_TO_CONNECT);
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw new StartRefused(
                            "A database server, pid " + pid + ", runs on " + database + " and does not let us in: "
                                    + e.getMessage(),
                            e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
        return false;
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /**
     * Frees the folder of a server that is gone, even where its pid is another's by now; PostgreSQL still finds
     * the shared memory named further down in the file and refuses while that is in use.
     */
    static void strikeOut(Path database) throws IOException {
        var file = database.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        var lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.size() < 4) {
            Files.delete(file);
            return;
        }
        lines.set(0, NO_PROCESS);
        Files.write(file, lines);
    }
}
