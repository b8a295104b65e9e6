package org.numericclaims.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.numericclaims.database.Rows;

/**
 * The order by how well a claim answers the words searched, the best first unless turned round; the id decides between
 * equals. All that match are ranked for each page: no index has the rank.
 */
record Relevance(boolean worstFirst) implements ClaimSequence {

    static final String WORD = "relevance";

    /** Each by the word that asks for it. */
    static final List<String> WORDS = List.of(WORD, "-" + WORD);

    /** The order of that word, which is one of {@link #WORDS}. */
    static Relevance of(String word) {
        return new Relevance(!word.equals(WORD));
    }

    @Override
    public List<Hit> matching(Where filter, List<String> place, int most) {
        var rank = filter.rank();
        var bound = new ArrayList<>(rank.values());
        bound.addAll(filter.values());
        var order = worstFirst ? "" : " desc";
        // 'offset 0' keeps the rank from being worked out again wherever it is named
        var sql = "select id, version, rank from (select c.id, c.version, " + rank.sql() + " as rank from claim c"
                + filter.clause() + " offset 0) c";
        if (place != null) {
            sql += " where (rank, id) " + (worstFirst ? ">" : "<") + " (cast(? as real), cast(? as uuid))";
            bound.addAll(place);
        }
        return Rows.planned(
                sql + " order by rank" + order + ", id" + order + " limit " + most,
                bound,
                row -> new Hit(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        List.of(Float.toString(row.getFloat("rank")), row.getString("id"))));
    }

    @Override
    public Condition order(Where filter) {
        var order = worstFirst ? "" : " desc";
        return new Condition(
                filter.rank().sql() + order + ", c.id" + order, filter.rank().values());
    }
}
