package org.numericclaims.naming;

import com.ibm.icu.text.Normalizer2;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.numericclaims.database.Rows;
import org.numericclaims.database.Scalars;

/**
 * The names and aliases of one kind of thing, each of which belongs to one thing only.
 *
 * <p>Two spellings are one name where NFKC_Casefold (Unicode, UAX #31) and collapsed white space make them equal.
 */
public final class Names {

    private static final int NUMBERED = 20;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final String table;
    private final boolean slugs;
    private final UnaryOperator<String> fold;
    private final String find;

    private Names(String table, boolean slugs, UnaryOperator<String> fold) {
        this.table = table;
        this.slugs = slugs;
        this.fold = name -> IndexKey.of(fold.apply(name));
        this.find = ("select true, folded, %1$s_id from %1$s_name where folded = any(?) union all"
                        + (slugs
                                ? " select false, slug, coalesce(merged_into, id) from %1$s where slug = any(?)"
                                : " select false, cast(id as text), coalesce(merged_into, id) from %1$s where id = any(?)"))
                .formatted(table);
    }

    /**
     * The names kept in {@code <table>_name} for the rows of {@code table}, which is never a caller's text. What is
     * no name may be a slug, letter for letter.
     */
    public static Names withSlugs(String table) {
        return new Names(table, true, Names::fold);
    }

    /**
     * As {@link #withSlugs}, for rows without slugs, whose names are compared in a form of their own. What is no name
     * may be an id.
     */
    public static Names withoutSlugs(String table, UnaryOperator<String> fold) {
        return new Names(table, false, fold);
    }

    /** The form in which names are compared. */
    public static String fold(String name) {
        return BLANKS.matcher(FOLD.normalize(name)).replaceAll(" ").strip();
    }

    /** Whose name or alias it is; empty where it is nobody's. */
    public Optional<UUID> owner(EntityManager em, String name) {
        return query(em, "select %1$s_id from %1$s_name where folded = :folded")
                .setParameter("folded", fold.apply(name))
                .getResultStream()
                .findFirst();
    }

    /** What each of these names, slugs or ids means, by one statement; those that mean nothing are left out. */
    public Map<String, UUID> find(EntityManager em, Collection<String> names) {
        return find(em, folded(names));
    }

    private Map<String, String> folded(Collection<String> names) {
        return names.stream().distinct().collect(Collectors.toMap(name -> name, fold));
    }

    /** As {@link #find(EntityManager, Collection)}, of names with their folded forms. */
    private Map<String, UUID> find(EntityManager em, Map<String, String> names) {
        var owners = new HashMap<String, UUID>();
        var byAddress = new HashMap<String, UUID>();
        Rows.read(
                find,
                List.of(names.values().stream().distinct().toList(), slugs ? names.keySet() : ids(names.keySet())),
                row -> (row.getBoolean(1) ? owners : byAddress).put(row.getString(2), row.getObject(3, UUID.class)));
        var found = new HashMap<String, UUID>();
        names.forEach((name, folded) -> {
            var owner = owners.getOrDefault(folded, byAddress.get(slugs ? name : name.toLowerCase(Locale.ROOT)));
            if (owner != null) {
                found.put(name, owner);
            }
        });
        return found;
    }

    /**
     * What each of these names or slugs means, for rows that are going to refer to it: one that is unknown is made,
     * and none is merged into another before this transaction ends. Of two transactions that make the same name the
     * second waits for the first and takes what that made.
     */
    public Map<String, UUID> refer(EntityManager em, Collection<String> names, Maker maker) {
        var folded = folded(names);
        while (true) {
            var found = find(em, folded);
            var unknown = new TreeMap<String, String>();
            folded.forEach((name, form) -> {
                if (!found.containsKey(name)) {
                    unknown.putIfAbsent(form, name);
                }
            });
            if (unknown.isEmpty() && stay(em, new HashSet<>(found.values()))) {
                return found;
            }
            if (!unknown.isEmpty()) {
                make(em, unknown, maker);
            }
        }
    }

    /** New things, each at one place of all three; the slugs are null where things have none. */
    public record Coming(UUID[] ids, String[] slugs, String[] names) {}

    /** Inserts the rows of new things, other than those whose slug is taken; returns the ids of those inserted. */
    public interface Maker {
        Collection<UUID> insert(Coming things);
    }

    /** Makes things of these names, by few statements however many; what another makes at the same time stays his. */
    private void make(EntityManager em, SortedMap<String, String> unknown, Maker maker) {
        var ids = new LinkedHashMap<UUID, String>();
        unknown.forEach((folded, name) -> ids.put(UuidVersion7Strategy.INSTANCE.generateUuid(null), name));
        insert(ids, maker);
        var named = query(
                        em,
                        "insert into %1$s_name (folded, %1$s_id) select * from unnest(:folded, :ids)"
                                + " on conflict do nothing returning %1$s_id")
                .setParameter("folded", unknown.keySet().toArray(String[]::new))
                .setParameter("ids", ids.keySet().toArray(UUID[]::new))
                .getResultList();
        named.forEach(ids::remove);
        delete(em, ids.keySet());
    }

    /**
     * Inserts each row under a slug that no other has, merged ones included: the first of a few, else one with a random
     * number, as a thousand names of the same letters would try a thousand slugs each.
     *
     * @return the slugs
     */
    private Map<UUID, String> insert(Map<UUID, String> names, Maker maker) {
        var first = new HashMap<UUID, String>();
        if (slugs) {
            names.forEach((id, name) -> first.put(id, Slug.of(name, table)));
        }
        var slug = new LinkedHashMap<UUID, String>();
        var left = new LinkedHashMap<>(names);
        for (int n = 1; !left.isEmpty(); n++) {
            int turn = n <= NUMBERED ? n : ThreadLocalRandom.current().nextInt(NUMBERED, Integer.MAX_VALUE);
            left.forEach((id, name) -> slug.put(id, slugs ? Slug.numbered(first.get(id), turn) : null));
            var coming = new Coming(
                    left.keySet().toArray(UUID[]::new),
                    left.keySet().stream().map(slug::get).toArray(String[]::new),
                    left.values().toArray(String[]::new));
            left.keySet().removeAll(Set.copyOf(maker.insert(coming)));
        }
        return slug;
    }

    private void delete(EntityManager em, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("delete from %1$s where id = any(:ids)".formatted(table))
                    .setParameter("ids", ids.toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    /** Keeps these from being merged; false where one has just been. */
    private boolean stay(EntityManager em, Set<UUID> ids) {
        var sql = "select id from %1$s where id = any(:ids) and merged_into is null order by id for share";
        return query(em, sql)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList()
                        .size()
                == ids.size();
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
        var folded = names.stream().collect(Collectors.toMap(fold, name -> name, (a, b) -> a));
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
     * The first slug for that name that no other row has, merged ones included, free until this transaction ends: the
     * row that shows it is taken out again, but its key stays with the transaction. Waits for those just making one.
     */
    public String freeSlug(EntityManager em, String name, Maker maker) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var slug = insert(Map.of(id, name), maker).get(id);
        delete(em, Set.of(id));
        return slug;
    }

    private boolean insert(EntityManager em, UUID id, String folded) {
        var sql = "insert into %1$s_name (folded, %1$s_id) values (:folded, :id) on conflict do nothing";
        return em.createNativeQuery(sql.formatted(table))
                        .setParameter("folded", folded)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    private static List<UUID> ids(Collection<String> names) {
        return names.stream().map(Ids::read).flatMap(Optional::stream).toList();
    }

    private TypedQuery<UUID> query(EntityManager em, String sql) {
        return Scalars.query(em, sql.formatted(table), UUID.class);
    }
}
