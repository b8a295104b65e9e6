package org.numericclaims.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import org.hibernate.Session;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.Fault;

/**
 * What is wrong with rows that are whole, seen beside each other in {@code import_row}: found by statements, however
 * many the rows are, into a temporary table of faults.
 */
final class LateFaults {

    private static final String OPEN = """
            create temp table import_fault (
              place integer generated always as identity, number integer not null, line integer not null,
              col integer not null, key text, field text, code text not null, detail text not null
            ) on commit drop
            """;

    private static final String ADD = "insert into import_fault (number, line, col, key, field, code, detail) ";

    private static final String REPEATED = """
            select r.number, r.line, r.col, r.key, null, 'key_repeated', 'Another row has this key; change one.'
            from import_row r join (
              select key, min(number) as first from import_row where key is not null group by key having count(*) > 1) k
              on k.key = r.key and k.first < r.number
            order by r.number
            """;

    private static final String DUPLICATES = """
            select number, line, col, key, null, 'duplicate', 'This claim stands already: /v1/claims/' || stands || '.'
            from import_row
            where stands is not null and number not in (select number from import_fault)
            order by number
            """;

    private final Rows rows;
    private final Tally tally;

    LateFaults(Rows rows, Tally tally) {
        this.rows = rows;
        this.tally = tally;
        session()
                .createNativeMutationQuery("drop table if exists pg_temp.import_fault")
                .executeUpdate();
        session().createNativeMutationQuery(OPEN).executeUpdate();
    }

    /** Takes out all rows of a key other than the first; returns whether there were any. */
    boolean repeatedKeys() {
        add(REPEATED);
        return takeOut();
    }

    /** All that stand already are wrong. */
    void duplicates() {
        add(DUPLICATES);
    }

    /**
     * Adds the faults that a query finds.
     *
     * @param select of number, line, col, key, field, code and detail, perhaps behind a {@code with}
     */
    void add(String select, Object... parameters) {
        var statement = session().createNativeMutationQuery(ADD + select);
        for (int i = 0; i < parameters.length; i++) {
            statement.setParameter(i + 1, parameters[i]);
        }
        statement.executeUpdate();
    }

    /** Whether there is one that was not counted yet. */
    boolean isAny() {
        return Scalars.query(session(), "select exists (select from import_fault)", Boolean.class)
                .getSingleResult();
    }

    /** Counts the faults and takes their rows out; returns whether there were any. */
    boolean takeOut() {
        if (!isAny()) {
            return false;
        }
        var count = session()
                .createNativeQuery(
                        "select count(distinct number) as rows, count(*) as faults from import_fault", Tuple.class)
                .getSingleResult();
        tally.fail(
                count.get("rows", Long.class).intValue(),
                count.get("faults", Long.class).intValue());
        session()
                .createNativeQuery("select * from import_fault order by place limit " + tally.room(), Tuple.class)
                .getResultList()
                .forEach(fault -> tally.note(placed(fault)));
        session()
                .createNativeMutationQuery("delete from import_row r using import_fault f where f.number = r.number")
                .executeUpdate();
        session().createNativeMutationQuery("delete from import_fault").executeUpdate();
        return true;
    }

    private Fault placed(Tuple fault) {
        var field = fault.get("field", String.class);
        var place = new Row.Place(
                fault.get("number", Integer.class),
                fault.get("line", Integer.class),
                fault.get("col", Integer.class),
                fault.get("key", String.class));
        var code = fault.get("code", String.class);
        var detail = fault.get("detail", String.class);
        return rows.place(
                place,
                field == null
                        ? new Fault(null, null, null, null, null, code, detail)
                        : Fault.field(field, code, detail));
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
