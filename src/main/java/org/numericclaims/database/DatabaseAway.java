package org.numericclaims.database;

import io.quarkus.scheduler.Scheduled.SkipPredicate;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;

/** Lets work wait that needs the database, as long as that is away. */
@Singleton
public class DatabaseAway implements SkipPredicate {

    private final DatabaseWatch database;

    DatabaseAway(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !database.isReady();
    }
}
