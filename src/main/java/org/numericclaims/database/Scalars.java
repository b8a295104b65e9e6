package org.numericclaims.database;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Native queries whose rows are one value each. */
public final class Scalars {

    private Scalars() {}

    /**
     * The query, whose values are of the type that the database gives them. It is in place of {@code
     * createNativeQuery(sql, type)}, of which Hibernate 7.2 keeps another plan each time it is asked, as its result of a
     * type ({@code ImplicitResultClassBuilder}) equals no other. It finds none of them again, and looks through all, up
     * to 2,048 of one hash: that took a quarter of the time in which a claim is added.
     */
    @SuppressWarnings("unchecked")
    public static <T> NativeQuery<T> query(EntityManager em, String sql, Class<T> type) {
        return (NativeQuery<T>) em.unwrap(Session.class).createNativeQuery(sql, Object.class);
    }
}
