package org.numericclaims.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.numericclaims.claim.TermHits.Named;

/**
 * The filter by words: each must be found in the claim's own texts or in one of its names, different ones in different
 * places. Where there is nothing to find, nothing is found.
 */
record WordFilter(List<TermHits> asked) {

    /** A hit in a claim's own texts counts by how often and where; its length tells how much of it that is. */
    private static final int BY_LENGTH = 1;

    static WordFilter of(String q) {
        var terms = Words.in(q);
        return new WordFilter(terms.isEmpty() ? List.of() : TermHits.of(terms));
    }

    void apply(Where where) {
        where.rankedBy(rank());
        if (asked.isEmpty()) {
            where.and("false");
        }
        for (var hits : asked) {
            var found = hits.found();
            if (hits.term().without()) {
                // not 'not': of a claim without a subject nothing is known about that
                where.and(found.sql() + " is not true", found.values().toArray());
            } else if (hits.isSearchable()) {
                where.and(found.sql(), found.values().toArray());
            } else {
                where.and("false");
            }
        }
    }

    /** How well a claim that matches answers what must be found, as a single-precision number; higher is better. */
    private Condition rank() {
        var values = new ArrayList<Object>();
        var wanted = asked.stream().filter(hits -> !hits.term().without()).toList();
        var queries = wanted.stream().map(hits -> "(" + hits.rank() + ")").collect(Collectors.joining(" | "));
        values.add(wanted.stream().allMatch(TermHits::isSearchable) ? queries : "");
        var sql = new StringBuilder("ts_rank(c.words, cast(? as tsquery), " + BY_LENGTH + ")");
        for (var hits : wanted) {
            for (var named : Named.values()) {
                if (hits.isIn(named)) {
                    var found = hits.found(named);
                    sql.append(" + case when " + found.sql() + " then " + named.weight() + " else 0 end");
                    values.addAll(found.values());
                }
            }
        }
        return new Condition("cast(" + sql + " as real)", values);
    }
}
