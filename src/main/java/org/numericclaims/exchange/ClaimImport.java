package org.numericclaims.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.numericclaims.claim.Intake;
import org.numericclaims.claim.Meanings;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Problems;

/** Takes a file of claims into the record in one transaction, by batches, so that its length costs no memory. */
@ApplicationScoped
class ClaimImport {

    /** The transaction around it must have that time. */
    static final int LONGEST_SECONDS = 3_600;

    private static final int BATCH = 1_000;

    /** How many imports may run at once on one database. */
    private static final int MOST_AT_ONCE = 2;

    /** Else a long statement runs on, with all its locks, when the service is gone. PostgreSQL on Windows cannot look. */
    private static final String NOTICE_THAT_WE_ARE_GONE =
            "do $$ begin if current_setting('dynamic_shared_memory_type') <> 'windows' then"
                    + " set local client_connection_check_interval = '1s'; end if; end $$";

    private static final List<String> SETTINGS = List.of(
            NOTICE_THAT_WE_ARE_GONE,
            "set local statement_timeout = '1h'",
            "set local idle_in_transaction_session_timeout = '60s'",
            "set local work_mem = '64MB'");

    private final TransactionManager transaction;

    ClaimImport(TransactionManager transaction) {
        this.transaction = transaction;
    }

    /**
     * Takes all rows in, inside the caller's transaction, which must roll back whatever goes wrong; refuses with 503
     * where too many imports are running.
     */
    ImportAnswer load(Rows rows, ImportOptions options) throws IOException, SystemException {
        takeTurn();
        SETTINGS.forEach(
                sql -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
        var tally = new Tally(options);
        var intake = Intake.open();
        read(rows, options, tally, intake);
        tally.throwIfStopped();
        boolean takenOut = check(new LateFaults(rows, tally), options, intake);
        tally.throwIfStopped();
        tally.created(intake.keep());
        if (takenOut) {
            Intake.forgetUnusedNames();
        }
        tally.stood(intake.settle());
        if (options.dryRun()) {
            transaction.setRollbackOnly();
        }
        return tally.answer();
    }

    private static void takeTurn() {
        if (IntStream.rangeClosed(1, MOST_AT_ONCE).noneMatch(turn -> AdvisoryLock.tryTake("import " + turn))) {
            throw Problems.coded(503, "busy", "Other imports are running; try again when one has ended.")
                    .withHeader("Retry-After", "30")
                    .build();
        }
    }

    /** Reads all rows, and passes on those that are whole, unless nothing will be kept. */
    private static void read(Rows rows, ImportOptions options, Tally tally, Intake intake) throws IOException {
        var batch = new ArrayList<Intake.Coming>();
        var known = new Meanings(options.newUnit());
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (tally.isFull()) {
                tally.cut();
                break;
            }
            tally.read();
            var faults = new Faults();
            var claim = row.claim(known, faults);
            if (!faults.all().isEmpty()) {
                var place = row.place();
                tally.fail(faults.all().stream()
                        .map(fault -> rows.place(place, fault))
                        .toList());
                continue;
            }
            batch.add(row.coming(claim));
            if (batch.size() == BATCH) {
                pass(batch, tally, intake);
            }
        }
        pass(batch, tally, intake);
    }

    private static void pass(List<Intake.Coming> batch, Tally tally, Intake intake) {
        if (!batch.isEmpty() && !tally.isStopped()) {
            intake.add(batch);
        }
        batch.clear();
    }

    /** Takes out what only all rows together can show to be wrong; returns whether anything was. */
    private static boolean check(LateFaults faults, ImportOptions options, Intake intake) {
        boolean repeated = faults.repeatedKeys();
        intake.findStanding();
        new RelationsByKey(faults).relate();
        if (options.duplicatesAreErrors()) {
            faults.duplicates();
        }
        return faults.takeOut() || repeated;
    }
}
