package org.numericclaims.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.numericclaims.claim.Relations;
import org.numericclaims.database.Scalars;

/**
 * The relations between the rows of an import, once all of them are there: each names another row by key, or a claim
 * by id, before it or behind it. What stands already keeps its own relations.
 */
final class RelationsByKey {

    private static final int FETCHED_AT_ONCE = 10_000;

    private static final String ANY =
            "select exists (select from import_row where coalesce(part_of_key, supersedes_key) is not null)";

    private static final String NAMED = """
            coalesce(
              (select coalesce(k.stands, k.id) from import_row k where k.key = r.%1$s_key),
              case when r.%1$s_key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                then (select c.id from claim c where c.id = cast(r.%1$s_key as uuid)) end)
            """;

    private static final String RESOLVE = "update import_row r set part_of = " + NAMED.formatted("part_of")
            + ", supersedes = " + NAMED.formatted("supersedes")
            + " where stands is null and coalesce(part_of_key, supersedes_key) is not null";

    private static final String UNKNOWN = """
            select number, line, col, key, '%1$s', 'unknown_key',
              'There is no row with the key, and no claim with the id, ''' || %1$s_key || '''.'
            from import_row
            where %1$s_key is not null and %1$s is null and stands is null
            order by number
            """;

    /** Each row that has the relation, and beside it the other, a row or a claim. */
    private static final String PAIRS = """
            from (
              select r.*, coalesce(k.unit, c.unit) as other_unit, coalesce(k.claimant_id, c.claimant_id) as other_claimant
              from import_row r left join import_row k on k.id = r.%1$s left join claim c on c.id = r.%1$s
              where r.%1$s is not null) r
            """;

    private static final String UNITS =
            "select distinct unit, other_unit " + PAIRS.formatted("part_of") + " where unit <> other_unit";

    private static final String MISMATCH = """
            select number, line, col, key, 'part_of', 'unit_mismatch',
              'A part in ' || r.unit || ' can''t be one of a whole in ' || r.other_unit || ': the units don''t convert.'
            """ + PAIRS.formatted("part_of") + """
            join unnest(?1, ?2) as odd(part, whole) on (odd.part, odd.whole) = (r.unit, r.other_unit) order by number
            """;

    private static final String CLAIMANT =
            """
            select number, line, col, key, 'supersedes', 'other_claimant',
              'Only a claim of the same claimant can be superseded.'
            """ + PAIRS.formatted("supersedes") + " where claimant_id <> other_claimant order by number";

    private static final String NODES =
            "select i.*, row_number() over (order by number) - 1 as place from import_row i where %1$s is not null";

    private static final String LINKS = "with node as (" + NODES
            + ") select b.place as next from node a left join node b on b.id = a.%1$s order by a.place";

    private static final String RING = """
            select number, line, col, key, '%1$s', 'cycle', 'The claim comes back to itself; name another.'
            from (""" + NODES + ") r where r.place = any(?1) order by number";

    /** Those that refer to what is wrong, or say the same, through any number of steps. */
    private static final String DRAWN_IN = """
            with recursive gone(id) as (
              select r.id from import_row r join import_fault f on f.number = r.number
              union
              select n.id from gone g cross join lateral (
                select id from import_row where part_of = g.id union all
                select id from import_row where supersedes = g.id union all
                select id from import_row where stands = g.id) n)
            select number, line, col, key, field, code, detail
            from import_row r cross join lateral (values
              (part_of, 'part_of', 'unknown_key', 'The row with the key ''' || part_of_key || ''' is wrong; mend that.'),
              (supersedes, 'supersedes', 'unknown_key',
                'The row with the key ''' || supersedes_key || ''' is wrong; mend that.'),
              (stands, null, 'duplicate', 'It says the same as a row before it that is wrong; mend that.'))
              as why(other, field, code, detail)
            where why.other in (select id from gone) and r.number not in (select number from import_fault)
            order by number
            """;

    private final LateFaults faults;

    RelationsByKey(LateFaults faults) {
        this.faults = faults;
    }

    /** Relates the rows; finds those whose relations make no sense, and then those that go with them. */
    void relate() {
        if (Scalars.query(session(), ANY, Boolean.class).getSingleResult()) {
            run("create index on import_row (key)");
            run(RESOLVE);
            faults.add(UNKNOWN.formatted("part_of"));
            faults.add(UNKNOWN.formatted("supersedes"));
            units();
            faults.add(CLAIMANT);
            ring("part_of");
            ring("supersedes");
            if (faults.isAny()) {
                Stream.of("part_of", "supersedes", "stands")
                        .forEach(column -> run("create index on import_row (" + column + ")"));
                faults.add(DRAWN_IN);
            }
        }
    }

    private void units() {
        List<Object[]> odd = session()
                .createNativeQuery(UNITS, Object[].class)
                .getResultStream()
                .filter(pair -> !Relations.convert((String) pair[0], (String) pair[1]))
                .toList();
        if (!odd.isEmpty()) {
            faults.add(
                    MISMATCH,
                    odd.stream().map(pair -> pair[0]).toArray(String[]::new),
                    odd.stream().map(pair -> pair[1]).toArray(String[]::new));
        }
    }

    private void ring(String field) {
        int[] next = session().doReturningWork(db -> links(db, LINKS.formatted(field)));
        var places = Cycles.in(next).stream().mapToObj(Long::valueOf).toArray(Long[]::new);
        if (places.length > 0) {
            faults.add(RING.formatted(field), (Object) places);
        }
    }

    /** For each place the next one; fetched in parts, as the driver keeps all that was fetched. */
    private static int[] links(Connection db, String sql) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            var links = new int[FETCHED_AT_ONCE];
            int count = 0;
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    links = count < links.length ? links : Arrays.copyOf(links, 2 * count);
                    int next = row.getInt(1);
                    links[count++] = row.wasNull() ? Cycles.END : next;
                }
            }
            return Arrays.copyOf(links, count);
        }
    }

    private static void run(String sql) {
        session().createNativeMutationQuery(sql).executeUpdate();
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
