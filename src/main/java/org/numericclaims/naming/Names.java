package org.numericclaims.naming;

import com.ibm.icu.text.Normalizer2;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The names and aliases of one kind of thing, each of which belongs to one thing only.
 *
 * <p>Two spellings are one name where NFKC_Casefold (Unicode, UAX #31) and collapsed white space make them equal.
 */
public final class Names {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final String table;

    /** The names kept in {@code <table>_name} for the rows of {@code table}, which is never a caller's text. */
    public Names(String table) {
        this.table = table;
    }

    /** The form in which names are compared. */
    public static String fold(String name) {
        return FOLD.normalize(name).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** Whose name or alias it is; empty where it is nobody's. */
    public Optional<UUID> owner(EntityManager em, String name) {
        return query(em, "select %1$s_id from %1$s_name where folded = :folded")
                .setParameter("folded", fold(name))
                .getResultStream()
                .findFirst();
    }

    /**
     * Makes these the names of that thing, and no others. It waits for a transaction that is just taking one of them.
     *
     * @return the names that another has; the transaction must then not be committed
     */
    public Set<String> take(EntityManager em, UUID id, Collection<String> names) {
        em.createNativeQuery("delete from %1$s_name where %1$s_id = :id".formatted(table))
                .setParameter("id", id)
                .executeUpdate();
        var folded = names.stream().collect(Collectors.toMap(Names::fold, name -> name, (a, b) -> a));
        var taken = new LinkedHashSet<String>();
        folded.keySet().stream().sorted().forEach(key -> {
            if (!insert(em, id, key)) {
                taken.add(folded.get(key));
            }
        });
        return taken;
    }

    /** Gives all the names of one thing to another. */
    public void handOver(EntityManager em, UUID from, UUID to) {
        em.createNativeQuery("update %1$s_name set %1$s_id = :to where %1$s_id = :from".formatted(table))
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /**
     * The first slug for that name that no other row has, merged ones included. It waits for a transaction that is
     * just making one from the same letters.
     */
    public String freeSlug(EntityManager em, String name) {
        var base = Slug.of(name, table);
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .setParameter("what", table + " " + base)
                .getSingleResult();
        int n = 1;
        while (isTaken(em, Slug.numbered(base, n))) {
            n++;
        }
        return Slug.numbered(base, n);
    }

    private boolean insert(EntityManager em, UUID id, String folded) {
        var sql = "insert into %1$s_name (folded, %1$s_id) values (:folded, :id) on conflict do nothing";
        return em.createNativeQuery(sql.formatted(table))
                        .setParameter("folded", folded)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    private boolean isTaken(EntityManager em, String slug) {
        return query(em, "select id from %1$s where slug = :slug")
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    private TypedQuery<UUID> query(EntityManager em, String sql) {
        return em.unwrap(Session.class).createNativeQuery(sql.formatted(table), UUID.class);
    }
}
