package org.numericclaims.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.numericclaims.claim.Intake;
import org.numericclaims.http.Faults;

/** Takes a file of claims into the record in one transaction, by batches, so that its length costs no memory. */
@ApplicationScoped
class ClaimImport {

    private static final int BATCH = 500;

    /** The transaction around it must have that time. */
    static final int LONGEST_SECONDS = 3_600;

    private final TransactionManager transaction;

    ClaimImport(TransactionManager transaction) {
        this.transaction = transaction;
    }

    /** Takes all rows in, inside the caller's transaction, which must roll back whatever goes wrong. */
    ImportAnswer load(Rows rows, ImportOptions options) throws IOException, SystemException {
        var began = Instant.now();
        var stage = Stage.open();
        var tally = new Tally(options);
        var batch = new ArrayList<Staged>();
        for (var row = rows.next(); row != null && !tally.isFull(); row = rows.next()) {
            read(row, options, tally, batch);
            if (batch.size() == BATCH) {
                keep(batch, stage, tally);
            }
        }
        keep(batch, stage, tally);
        new RelationsByKey(stage, tally).relate();
        tally.throwIfStopped();
        tally.stood(Intake.settle(began));
        if (options.dryRun()) {
            transaction.setRollbackOnly();
        }
        return tally.answer();
    }

    private static void read(Row row, ImportOptions options, Tally tally, List<Staged> batch) {
        tally.read();
        var faults = new Faults();
        var claim = row.claim(options.newUnit(), faults);
        if (faults.all().isEmpty()) {
            batch.add(new Staged(row, claim));
        } else {
            tally.fail(row.place(faults.all()));
        }
    }

    private static void keep(List<Staged> batch, Stage stage, Tally tally) {
        if (!tally.isStopped() && !batch.isEmpty()) {
            var repeated = stage.register(batch);
            repeated.forEach(row -> tally.fail(row.place("key_repeated", "Another row has this key; change one.")));
            batch.removeAll(repeated);
            var kept = Intake.keep(batch.stream().map(Staged::claim).toList());
            stage.became(batch, kept);
            for (int i = 0; i < kept.size(); i++) {
                tally.kept(batch.get(i), kept.get(i));
            }
        }
        batch.clear();
    }
}
