package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.numericclaims.database.Rows;
import org.numericclaims.database.Snapshot;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Parameters;
import org.numericclaims.http.Problems;

/** The moment of which claims are read: an instant of our record, or now. */
public final class AsOf {

    /** What the parameter is called. */
    public static final String NAME = "as_of";

    static final AsOf NOW = new AsOf(null);

    private static final int TRIES = 40;
    private static final int MILLIS_BETWEEN = 50;

    /**
     * Whether the instant is still to come; whether a transaction that began before it may record something yet. Of
     * whose session we may see nothing, it may. A replica does not see when others began: it trusts an instant two
     * minutes before what it has come to, unless anybody writes; then one before the longest that a transaction takes. It
     * has come to the last commit that it knows, or to now where it has all that was sent. Within two minutes of taking
     * its number a transaction has sent something, and a replica has noticed that it is cut off (wal_receiver_timeout).
     */
    private static final String STATE = """
            select at > clock_timestamp(),
                   case when not pg_is_in_recovery() then
                          exists (select from pg_locks l left join pg_stat_activity a on a.pid = l.pid
                                  where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
                                    and (a.datname is null or a.datname = current_database())
                                    and (a.xact_start is null or a.xact_start <= at))
                        when pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot()) then
                          coalesce(at > come_to - interval '2 minutes', true)
                        else coalesce(at > come_to - interval '2 hours', true) end
            from cast(? as timestamptz) as at,
                 (select case when pg_last_wal_replay_lsn() = pg_last_wal_receive_lsn()
                                   and exists (select from pg_stat_wal_receiver) then clock_timestamp()
                              else pg_last_xact_replay_timestamp() end as come_to) as replica""";

    private static final String ENTER =
            "select set_config('search_path', 'past, ' || current_setting('search_path'), true),"
                    + " set_config('claims.as_of', ?, true)";

    private final OffsetDateTime instant;

    private AsOf(OffsetDateTime instant) {
        this.instant = instant;
    }

    /** The instant of that text, now where it is null; what is wrong with it goes to {@code parameters}. */
    public static AsOf read(String text, Parameters parameters) {
        return text == null ? NOW : new AsOf(parameters.parsed(NAME, text, Parsed::instant));
    }

    /** As {@link #read}, and {@link #begin begun}, where nothing else is asked that could be wrong. */
    public static void begin(String text) {
        var parameters = new Parameters();
        var moment = read(text, parameters);
        parameters.throwIfAny();
        moment.begin();
    }

    public boolean isPast() {
        return instant != null;
    }

    /** What is read in a transaction of its own, which is begun here: one state of the record. */
    public <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            begin();
            return reading.get();
        });
    }

    /** Asks in a transaction of its own where it is about the past, which has to be begun by {@link #begin}. */
    <T> T ask(Supplier<T> question) {
        return isPast() ? QuarkusTransaction.requiringNew().call(question::get) : question.get();
    }

    /**
     * From here on the transaction that is running reads one state of all claims: that of the instant, or of now. It
     * has to come before anything else that the transaction asks. A problem where the instant is still to come (422),
     * or where what was recorded before it is still being written after some seconds (503).
     */
    public void begin() {
        if (isPast()) {
            settle();
        }
        Snapshot.begin();
        if (isPast()) {
            Panache.getEntityManager().unwrap(Session.class).doWork(this::enter);
        }
    }

    /** As {@link #begin}, for a connection whose transaction has its snapshot, of an instant that was begun before. */
    void enter(Connection db) throws SQLException {
        if (isPast()) {
            try (var enter = db.prepareStatement(ENTER)) {
                enter.setString(1, instant.toString());
                enter.execute();
            }
        }
    }

    /** Waits, outside of the transaction, whose snapshot has to come later, until nothing can be recorded before it. */
    private void settle() {
        for (int tries = 1; isOpen(); tries++) {
            if (tries == TRIES) {
                throw Problems.coded(
                                503,
                                "as_of_unsettled",
                                "What was begun before '" + instant + "' is still being written; ask again, or for an"
                                        + " earlier instant.")
                        .withHeader("Retry-After", 1)
                        .build();
            }
            pause();
        }
    }

    private boolean isOpen() {
        var state = QuarkusTransaction.suspendingExisting()
                .call(() -> Rows.read(STATE, List.of(instant), row -> List.of(row.getBoolean(1), row.getBoolean(2))))
                .get(0);
        if (state.get(0)) {
            throw Problems.of(
                    422,
                    List.of(Fault.parameter(
                            NAME, "as_of_in_future", "'as_of' lies in the future; leave it out for now.")));
        }
        return state.get(1);
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
