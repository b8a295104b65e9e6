package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.numericclaims.claim.Words.Term;

/**
 * Where one term of a search is found: in a claim's own texts by {@code query}, and in its names by their ids.
 *
 * @param query the term as PostgreSQL searches it; empty where no text can have it
 * @param rank the term as PostgreSQL ranks what has it
 * @param names by {@link Named}: the ids of those whose names have it, or of one more than {@link #MOST_NAMES} of them
 */
record TermHits(Term term, String query, String rank, List<Collection<UUID>> names) {

    /** How many names a term may be found in before the database is left to look them up claim by claim. */
    static final int MOST_NAMES = 1_000;

    /** The names of a claim that are searched: how the claim refers to them, their words, how much a hit counts. */
    enum Named {
        SUBJECT("c.subject_id", "subject", "search_words(names)", "0.4"),
        CLAIMANT("c.claimant_id", "claimant", "search_words(names)", "0.4"),
        SOURCE("c.source_id", "source", "search_words(search_text(title))", "0.1");

        private final String column;
        private final String table;
        private final String words;
        private final String weight;

        Named(String column, String table, String words, String weight) {
            this.column = column;
            this.table = table;
            this.words = words;
            this.weight = weight;
        }

        String weight() {
            return weight;
        }

        private String lookup(String query) {
            // that a title is there follows from what it matches, and tells which index answers
            return "select id from " + table + " where " + words + " @@ " + query + " and merged_into is null"
                    + (this == SOURCE ? " and title is not null" : "");
        }
    }

    /** The hits of all terms in all names, by one statement that only indexes answer. */
    static List<TermHits> of(List<Term> terms) {
        var lookups = Arrays.stream(Named.values())
                .map(named -> "array(" + named.lookup("t.query") + " limit " + (MOST_NAMES + 1) + ")")
                .collect(Collectors.joining(", "));
        var sql = "select cast(t.query as text), cast(t.rank as text), " + lookups
                + " from (select n, search_query(term, exact) as query, search_rank(term, exact) as rank"
                + " from unnest(cast(:terms as text[]), cast(:exact as boolean[])) with ordinality as asked(term, exact,"
                + " n) offset 0) t order by n";
        var rows = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("terms", terms.stream().map(Term::text).toArray(String[]::new))
                .setParameter("exact", terms.stream().map(Term::exact).toArray(Boolean[]::new))
                .getResultList();
        var hits = new ArrayList<TermHits>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var names = Arrays.stream(row).skip(2).map(TermHits::ids).toList();
            hits.add(new TermHits(terms.get(i), (String) row[0], (String) row[1], names));
        }
        return hits;
    }

    /** Whether a text can have it at all. */
    boolean isSearchable() {
        return !query.isEmpty();
    }

    /** What is true of the claims that have it. */
    Condition found() {
        var values = new ArrayList<Object>(List.of(query));
        var sql = new StringBuilder("(c.words @@ cast(? as tsquery)");
        for (var named : Named.values()) {
            if (isIn(named)) {
                var condition = found(named);
                sql.append(" or ").append(condition.sql());
                values.addAll(condition.values());
            }
        }
        return new Condition(sql.append(')').toString(), values);
    }

    /** Whether any name of that kind has it. */
    boolean isIn(Named named) {
        return !names.get(named.ordinal()).isEmpty();
    }

    /** What is true of the claims that have it in that name. */
    Condition found(Named named) {
        var ids = names.get(named.ordinal());
        return ids.size() <= MOST_NAMES
                ? new Condition(named.column + " = any(?)", List.of(ids))
                : new Condition(named.column + " in (" + named.lookup("cast(? as tsquery)") + ")", List.of(query));
    }

    private static Collection<UUID> ids(Object array) {
        return Arrays.asList((UUID[]) array);
    }
}
