package org.numericclaims.exchange;

import java.util.ArrayList;
import java.util.List;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Problems;

/** Counts what became of the rows of an import, and keeps the first of their faults. */
final class Tally {

    private static final int MOST_WHERE_STOPPED = 100;
    private static final int MOST_WHERE_SKIPPED = 1_000;

    private final ImportOptions options;
    private final List<Fault> errors = new ArrayList<>();
    private int read;
    private int created;
    private int duplicates;
    private int failed;
    private int faults;
    private boolean cut;

    Tally(ImportOptions options) {
        this.options = options;
    }

    void read() {
        read++;
    }

    /** One row is wrong, in one way or several. */
    void fail(List<Fault> ofRow) {
        failed++;
        ofRow.forEach(this::note);
        faults += ofRow.size();
    }

    /** So many rows are wrong, in so many ways in all; those that are to be named are noted. */
    void fail(int rows, int ways) {
        failed += rows;
        faults += ways;
    }

    /** Names a fault, unless enough are named. */
    void note(Fault fault) {
        if (room() > 0) {
            errors.add(fault);
        }
    }

    /** How many more faults will be named. */
    int room() {
        return (options.skipErrors() ? MOST_WHERE_SKIPPED : MOST_WHERE_STOPPED) - errors.size();
    }

    /** So many claims are new; the others that were read and not wrong stood already. */
    void created(int claims) {
        created = claims;
        duplicates = read - failed - claims;
    }

    /** So many claims that were new have been added by others meanwhile. */
    void stood(int claims) {
        if (claims > 0 && options.duplicatesAreErrors()) {
            throw Problems.of(409, "duplicate", "Others have just added claims of this file; send it once more.");
        }
        created -= claims;
        duplicates += claims;
    }

    /** Whether nothing will be kept. */
    boolean isStopped() {
        return failed > 0 && !options.skipErrors();
    }

    /** Whether reading on would name no further fault of an import that keeps nothing. */
    boolean isFull() {
        return isStopped() && room() == 0;
    }

    /** There are rows that were not read, because enough faults are named. */
    void cut() {
        cut = true;
    }

    /** Answers with a problem that has the faults, where nothing will be kept. */
    void throwIfStopped() {
        if (isStopped()) {
            var first = errors.get(0);
            throw Problems.of(
                    422,
                    first.code(),
                    "Nothing was kept: " + howMany() + " Line " + first.line() + ": " + first.detail(),
                    errors);
        }
    }

    private String howMany() {
        var rows = cut
                ? failed + " of the first " + read
                        + " claims are wrong; the rest was not read and may have more faults."
                : failed + " of " + read + " claims are wrong.";
        return faults > errors.size() ? rows + " Of " + faults + " faults " + errors.size() + " are named." : rows;
    }

    ImportAnswer answer() {
        return new ImportAnswer(
                read, created, duplicates, failed, options.dryRun(), List.copyOf(errors), faults - errors.size());
    }
}
