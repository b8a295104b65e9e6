package org.numericclaims.database;

import io.quarkus.hibernate.orm.panache.Panache;

/** A lock by name that one transaction, of whatever instance, holds until it ends. */
public final class AdvisoryLock {

    private AdvisoryLock() {}

    /** Waits until no other transaction holds it, and holds it. */
    public static void take(String name) {
        lock("select true from pg_advisory_xact_lock(hashtextextended(:name, 0))", name);
    }

    /** Holds it, unless another transaction does: then false. */
    public static boolean tryTake(String name) {
        return lock("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))", name);
    }

    private static boolean lock(String sql, String name) {
        return Scalars.query(Panache.getEntityManager(), sql, Boolean.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
