package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.numericclaims.http.Count;

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
        boolean few = Counts.upTo(COUNTED, where).countKind().equals(Count.EXACT);
        return new Facets(field, few ? ALL : (int) Math.max(1, Math.min(ALL, ALL * (long) SAMPLED / tableRows())));
    }

    /** Of the last one of a page: how many claims it has here, before they are multiplied, and its value. */
    record Place(long n, String value) {}

    String countKind() {
        return percent == ALL ? Count.EXACT : Count.ESTIMATED;
    }

    /** A facet and the place behind which the next page goes on. */
    record Placed(Facet facet, Place place) {}

    /** At most {@code most} of them behind that place; from the first where it is null. */
    List<Placed> behind(Place place, Where where, int most) {
        var sample = percent == ALL ? "" : " tablesample system (" + percent + ") repeatable (0)";
        var rest = new Where();
        if (place != null) {
            rest.and("(n < ? or n = ? and value > ?)", place.n, place.n, place.value);
        }
        var sql = "select value, label, n from (" + field.counts("claim c" + sample, where) + ") f" + rest.clause()
                + " order by n desc, value limit " + most;
        var bound = new Where().and(where).and(rest);
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(db -> read(db, sql, bound));
    }

    private List<Placed> read(Connection db, String sql, Where bound) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            bound.bind(statement);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Placed>();
                while (row.next()) {
                    var value = row.getString("value");
                    long n = row.getLong("n");
                    found.add(new Placed(
                            new Facet(value, row.getString("label"), Math.round(n * (double) ALL / percent)),
                            new Place(n, value)));
                }
                return found;
            }
        }
    }

    private static long tableRows() {
        // as the last vacuum or analyze left it; before the first of them the table is small
        var sql = "select cast(greatest(reltuples, 1) as bigint) from pg_class where oid = cast('claim' as regclass)";
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, Long.class)
                .getSingleResult();
    }
}
