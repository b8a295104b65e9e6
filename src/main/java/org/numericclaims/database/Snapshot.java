package org.numericclaims.database;

import io.quarkus.hibernate.orm.panache.Panache;

/** One state of the database for all that a transaction reads, whatever others commit meanwhile. */
public final class Snapshot {

    private Snapshot() {}

    /** Has to come before anything else that the transaction asks. */
    public static void begin() {
        Panache.getEntityManager()
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }
}
