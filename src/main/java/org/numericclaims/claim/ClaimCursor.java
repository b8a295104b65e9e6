package org.numericclaims.claim;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.numericclaims.database.Rows;
import org.numericclaims.http.Problems;

/** The claims that match, one after the other, however many: all as they stood when it was opened. */
public final class ClaimCursor implements AutoCloseable {

    /** How many rows are in memory at a time, each of up to 100 kB; whoever reads them must take them in a minute. */
    private static final int BATCH = 250;

    private static final String FETCH = "fetch " + BATCH + " from matching";

    /** One snapshot, and a plan that has the first rows soon, by an index, though the last ones come later. */
    private static final String BEGIN =
            "set transaction isolation level repeatable read, read only; set local cursor_tuple_fraction = 0.01";

    private final ClaimSelection asked;
    private final Connection connection;
    private final Executor executor;
    private PreparedStatement fetching;
    private PreparedStatement fetched;
    private volatile Statement running;
    private ResultSet batch;
    private CompletableFuture<ResultSet> coming = CompletableFuture.completedFuture(null);

    private ClaimCursor(ClaimSelection asked, Connection connection, Executor executor) throws SQLException {
        this.asked = asked;
        this.connection = connection;
        this.executor = executor;
        fetching = connection.prepareStatement(FETCH);
        fetched = connection.prepareStatement(FETCH);
    }

    /** Opens it on a connection of its own, which goes back when it is closed; nothing is asked yet. */
    static ClaimCursor open(DataSource database, ClaimSelection asked, Executor executor) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute(BEGIN);
            }
            asked.asOf().enter(connection);
            return new ClaimCursor(asked, connection, executor);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Reads the first of them, which takes the longest; 422 for more than {@code most} claims. */
    void begin(int most) throws SQLException {
        if (most < Integer.MAX_VALUE) {
            refuseMoreThan(most);
        }
        declare();
        coming = fetch();
        batch = taken();
        coming = fetch();
    }

    /** The next claim as it is shown; empty behind the last one. */
    public Optional<Object> next() throws SQLException {
        if (!batch.next()) {
            batch = taken();
            if (!batch.next()) {
                return Optional.empty();
            }
            coming = fetch();
        }
        return Optional.of(asked.shown(ClaimRow.view(batch)));
    }

    /** Makes what another thread waits for, {@link #begin} or {@link #next}, fail at once. */
    void cancel() {
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException e) {
            // it has ended, or the database has
        }
    }

    @Override
    public void close() throws SQLException {
        cancel();
        try (connection) {
            coming.handle((rows, failure) -> null).join();
            connection.rollback();
        }
    }

    /** The next batch, read while the caller is busy with the one before. */
    private CompletableFuture<ResultSet> fetch() {
        running = fetching;
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return fetching.executeQuery();
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                executor);
    }

    private ResultSet taken() throws SQLException {
        try {
            var rows = coming.join();
            var free = fetched;
            fetched = fetching;
            fetching = free;
            return rows;
        } catch (CompletionException e) {
            throw new SQLException(e.getCause());
        }
    }

    private void refuseMoreThan(int most) throws SQLException {
        var filter = asked.filter();
        var sql = "select count(*) from (" + ClaimRow.select(filter) + " limit " + (most + 1L) + ") few";
        try (var count = connection.prepareStatement(sql)) {
            running = count;
            Rows.bind(count, filter.values());
            try (var row = count.executeQuery()) {
                row.next();
                if (row.getLong(1) > most) {
                    throw Problems.of(
                            422,
                            "too_many_rows",
                            "More than " + most
                                    + " claims match, which this form cannot hold: narrow it, or ask for csv.");
                }
            }
        }
    }

    private void declare() throws SQLException {
        var order = asked.sequence().order(asked.filter());
        var sql = ClaimRow.select(asked.filter()) + " order by " + order.sql();
        try (var declare = connection.prepareStatement("declare matching no scroll cursor for " + sql)) {
            Rows.bind(
                    declare,
                    Stream.concat(asked.filter().values().stream(), order.values().stream())
                            .toList());
            declare.execute();
        }
    }
}
