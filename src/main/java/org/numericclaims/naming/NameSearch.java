package org.numericclaims.naming;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.Lists;

/**
 * Finds things of one kind by names that are typed in part or misspelt. First come those whose names begin with the
 * text, then those that have a word which does, the shortest first; then those that share most of its trigrams
 * (pg_trgm), the most similar first. The id decides between equals.
 */
public final class NameSearch {

    private static final Pattern LETTER_OR_NUMBER = Pattern.compile("[\\p{L}\\p{N}]");

    // 'offset 0' keeps the text as a parameter of the indexes, and the nearness from being worked out twice; similarity
    // is a hundred times the work of 'like', and left to where that finds nothing
    private static final String SQL = """
            select id, nearness from (
              select t.id, cast(case when t.names like a.q || '%%' then 2 + 1.0 / length(t.names)
                                     when t.names like '%% ' || a.q || '%%' then 1 + 1.0 / length(t.names)
                                     else word_similarity(a.q, t.names) end as real) as nearness
              %s offset 0) found
            %s order by nearness desc, id desc""";

    private static final String NEAR = """
            from (select search_names(:q, '{}') as q offset 0) a, %s t
            where t.merged_into is null
              and (t.names like a.q || '%%' or t.names like '%% ' || a.q || '%%' or t.names %%> a.q)""";

    private static final String BEHIND = "where (nearness, id) < (cast(:nearness as real), cast(:id as uuid))";

    private static final String ALL = "from %s where merged_into is null";

    private NameSearch() {}

    /** Whether there is anything in the text that can be searched: punctuation alone is nothing. */
    public static boolean hasWord(String text) {
        return LETTER_OR_NUMBER.matcher(text).find();
    }

    /**
     * The things whose names are near what is searched.
     *
     * @param table where they are kept, which is never a caller's text
     * @param views how those with these ids are shown
     */
    public static <V> List<Lists.Found<V>> find(
            String table, Lists.Search search, Function<Collection<UUID>, Map<UUID, V>> views) {
        if (!hasWord(search.q())) {
            return List.of();
        }
        var place = search.place();
        var query = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(SQL.formatted(NEAR.formatted(table), place == null ? "" : BEHIND), Object[].class)
                .setParameter("q", search.q())
                .setMaxResults(search.most());
        if (place != null) {
            query.setParameter("nearness", place.get(0)).setParameter("id", place.get(1));
        }
        var rows = query.getResultList();
        var shown = views.apply(rows.stream().map(row -> (UUID) row[0]).toList());
        return rows.stream()
                .map(row -> new Lists.Found<>(shown.get((UUID) row[0]), List.of(row[1].toString(), row[0].toString())))
                .toList();
    }

    /** How many things are near that text, or there are where it is null. */
    public static long size(String table, String q) {
        if (q != null && !hasWord(q)) {
            return 0;
        }
        var sql = "select count(*) " + (q == null ? ALL : NEAR).formatted(table);
        var query = Scalars.query(Panache.getEntityManager(), sql, Long.class);
        return (q == null ? query : query.setParameter("q", q)).getSingleResult();
    }
}
