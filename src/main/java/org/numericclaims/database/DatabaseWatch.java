package org.numericclaims.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Asks the database all the time, over a connection of its own, whether it is there. Whenever it comes (back) its
 * schema is brought up first; until then the service is not ready and refuses requests at once.
 */
@ApplicationScoped
class DatabaseWatch {

    private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());
    private static final int BEFORE_ALL_WHO_ASK_IT = 1;
    private static final int SECONDS_TO_ANSWER = 2;
    private static final int SECONDS_TO_ANSWER_AGAIN = 1;
    private static final long PAUSE_MILLIS = 500;
    private static final long MILLIS_TO_STOP = 5_000;
    private static final long PAUSE_MILLIS_AFTER_REFUSAL = 2_000;

    private final AgroalDataSource pool;
    private final OpenConnections open;
    private final Schema schema;
    private final Event<DatabaseCame> came;
    private final DatabaseAddress address;
    private final Thread watcher = new Thread(this::watch, "database-watch");

    private volatile boolean ready;
    private volatile boolean stopped;
    private Connection connection;
    private String complaint;

    DatabaseWatch(AgroalDataSource pool, OpenConnections open, Schema schema, Event<DatabaseCame> came) {
        this.pool = pool;
        this.open = open;
        this.schema = schema;
        this.came = came;
        this.address = new DatabaseAddress(pool);
    }

    boolean isReady() {
        return ready;
    }

    /** The first look is taken before the service listens: a database that is there is ready from the beginning. */
    void start(@Observes @Priority(BEFORE_ALL_WHO_ASK_IT) StartupEvent event) {
        try {
            look();
        } catch (SchemaRefused e) {
            if (!e.mayPass()) {
                throw e;
            }
        }
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Whoever still waits for the database has had his time: his work is taken back, and keeps nobody waiting. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        watcher.interrupt();
        try {
            watcher.join(MILLIS_TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ready = false; // after the watcher's end, which would have it back
        pool.flush(FlushMode.ALL);
    }

    private void watch() {
        pause(PAUSE_MILLIS);
        while (!stopped) {
            try {
                look();
                pause(PAUSE_MILLIS);
            } catch (RuntimeException e) { // also of those who are told that it came: the next look asks them again
                complain(Level.ERROR, String.valueOf(e.getMessage()));
                pause(PAUSE_MILLIS_AFTER_REFUSAL);
            }
        }
        hangUp();
    }

    private void look() {
        boolean wasReady = ready;
        try {
            ask(SECONDS_TO_ANSWER);
        } catch (SQLException first) {
            ready = false;
            hangUp();
            complain(Level.WARNING, "The database is unavailable: " + first.getMessage());
            if (wasReady) {
                cutOffUnlessItAnswers();
            }
        }
    }

    // one lost connection says little: only a second failure cuts off those who wait for the database
    private void cutOffUnlessItAnswers() {
        try {
            ask(SECONDS_TO_ANSWER_AGAIN);
        } catch (SQLException second) {
            open.cutOff();
            pool.flush(FlushMode.ALL);
        } finally {
            hangUp(); // the next look has a connection with the usual patience
        }
    }

    private void ask(int patience) throws SQLException {
        if (connection == null) {
            connection = address.connect(patience);
        }
        if (!connection.isValid(patience)) {
            throw new SQLException("It does not answer.");
        }
        if (!ready) {
            schema.bringUp(connection, address.unlimited());
            came.fire(new DatabaseCame());
            complain(Level.INFO, "The database is ready");
            ready = true;
        }
    }

    private void complain(Level level, String message) {
        if (!message.equals(complaint)) {
            LOG.log(level, message);
            complaint = message;
        }
    }

    private void hangUp() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "It was gone already", e);
        } finally {
            connection = null;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
