package org.numericclaims.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.numericclaims.http.Lists;

/**
 * The order by how well a claim answers the words searched, the best first unless turned round; the id decides between
 * equals. All that match are ranked for each page: no index has the rank.
 */
record Relevance(boolean worstFirst) implements ClaimSequence {

    static final String WORD = "relevance";

    /** Each by the word that asks for it. */
    static final List<String> WORDS = List.of(WORD, "-" + WORD);

    private record Hit(UUID id, float rank) {}

    /** The order of that word, which is one of {@link #WORDS}. */
    static Relevance of(String word) {
        return new Relevance(!word.equals(WORD));
    }

    @Override
    public List<Lists.Found<ClaimView>> matching(Where filter, List<String> place, int most) {
        var rank = filter.rank();
        var bound = new ArrayList<>(rank.values());
        bound.addAll(filter.values());
        var order = worstFirst ? "" : " desc";
        // 'offset 0' keeps the rank from being worked out again wherever it is named
        var sql = "select id, rank from (select c.id, " + rank.sql() + " as rank from claim c" + filter.clause()
                + " offset 0) c";
        if (place != null) {
            sql += " where (rank, id) " + (worstFirst ? ">" : "<") + " (cast(? as real), cast(? as uuid))";
            bound.addAll(place);
        }
        var found = Where.read(
                sql + " order by rank" + order + ", id" + order + " limit " + most,
                bound,
                row -> new Hit(row.getObject(1, UUID.class), row.getFloat(2)));
        var claims = ClaimRow.views(found.stream().map(Hit::id).toList());
        return found.stream()
                .filter(hit -> claims.containsKey(hit.id))
                .map(hit -> new Lists.Found<>(claims.get(hit.id), List.of(Float.toString(hit.rank), hit.id.toString())))
                .toList();
    }
}
