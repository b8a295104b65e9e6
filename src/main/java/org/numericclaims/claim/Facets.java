package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.Count;
import org.numericclaims.http.Lists;

/**
 * Counts the claims that match by one field: all of them, or those of a sample of the table's blocks, which is the same
 * for each page.
 *
 * @param field by what they are counted
 * @param percent how much of the table is read; 100 is all of it
 */
record Facets(FacetField field, int percent) {

    /** So many matching claims are counted at once. */
    private static final int COUNTED = 50_000;

    /** So many claims of the table are read for a sample, whichever match. */
    private static final int SAMPLED = 200_000;

    private static final int ALL = 100;

    /** Exact where few match or the table is small. */
    static Facets of(FacetField field, Where where) {
        return new Facets(field, Counts.exceeds(COUNTED, where) ? sample() : ALL);
    }

    /** The same ones as those that gave this place. */
    static Facets of(FacetField field, List<String> place) {
        return new Facets(field, Integer.parseInt(place.get(0)));
    }

    String countKind() {
        return percent == ALL ? Count.EXACT : Count.ESTIMATED;
    }

    /**
     * At most {@code most} of them behind that place; from the first where it is null.
     *
     * @param place the percentage, how many claims the one before has there, and its value
     */
    List<Lists.Found<Facet>> behind(List<String> place, Where where, int most) {
        var sample = percent == ALL ? "" : " tablesample system (" + percent + ") repeatable (0)";
        var rest = new Where();
        if (place != null) {
            long n = Long.parseLong(place.get(1));
            // a publisher may have line breaks, by which a cursor tells the parts of a place
            rest.and("(n < ? or n = ? and value > ?)", n, n, String.join("\n", place.subList(2, place.size())));
        }
        var sql = "select value, label, n from (" + field.counts("claim c" + sample, where) + ") f" + rest.clause()
                + " order by n desc, value limit " + most;
        return new Where().and(where).and(rest).read(sql, this::found);
    }

    private Lists.Found<Facet> found(ResultSet row) throws SQLException {
        var value = row.getString("value");
        long n = row.getLong("n");
        return new Lists.Found<>(
                new Facet(value, row.getString("label"), Math.round(n * (double) ALL / percent)),
                List.of(String.valueOf(percent), String.valueOf(n), value));
    }

    private static int sample() {
        return (int) Math.max(1, Math.min(ALL, ALL * (long) SAMPLED / tableRows()));
    }

    private static long tableRows() {
        // as the last vacuum or analyze left it; before the first of them the table is small
        var sql = "select cast(greatest(reltuples, 1) as bigint) from pg_class where oid = cast('claim' as regclass)";
        return Scalars.query(Panache.getEntityManager(), sql, Long.class).getSingleResult();
    }
}
