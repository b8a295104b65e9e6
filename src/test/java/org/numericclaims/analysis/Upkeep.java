package org.numericclaims.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets a test say whether contradictions are read as they were kept, or worked out as they are asked. */
public final class Upkeep implements AutoCloseable {

    private static final int MOST_ROUNDS = 200;

    private final Connection db;

    private Upkeep(Connection db) throws SQLException {
        this.db = db;
        execute("select pg_advisory_lock(hashtextextended('rivals', 0))");
    }

    /** What changes from now on stays marked, until this is closed. */
    public static Upkeep held() throws SQLException {
        return new Upkeep(Arc.container().instance(DataSource.class).get().getConnection());
    }

    /** Comes back when nothing is marked any more. */
    public static void done() throws SQLException {
        var upkeep = Arc.container().instance(RivalUpkeep.class).get();
        try (var db = Arc.container().instance(DataSource.class).get().getConnection()) {
            for (int round = 0; round < MOST_ROUNDS && marks(db) > 0; round++) {
                upkeep.all();
            }
            assertThat(marks(db)).isZero();
        }
    }

    public static int marks(Connection db) throws SQLException {
        try (var statement = db.createStatement();
                var row = statement.executeQuery("select count(*) from rival_due")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (db) {
            execute("select pg_advisory_unlock(hashtextextended('rivals', 0))");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
