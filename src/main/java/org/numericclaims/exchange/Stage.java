package org.numericclaims.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.numericclaims.claim.Intake;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.http.Problems;

/**
 * Where an import keeps, in the database and until its transaction ends, the rows that have a key or relations, so
 * that a row may name any other.
 */
final class Stage {

    /** How many imports may run at once on one database. */
    private static final int MOST_AT_ONCE = 2;

    private static final List<String> OPEN = List.of(
            "set local statement_timeout = '30min'",
            "set local idle_in_transaction_session_timeout = '60s'",
            "drop table if exists pg_temp.import_row",
            """
            create temp table import_row (
              number integer primary key, line integer, col integer, pointer text, key text unique, claim_id uuid,
              part_of text, supersedes text, part_of_id uuid, supersedes_id uuid
            ) on commit drop
            """,
            "create index on import_row (claim_id)");

    private static final String REGISTER = """
            insert into import_row (number, line, col, pointer, key, part_of, supersedes)
            select * from unnest(:number, :line, :col, :pointer, :key, :part_of, :supersedes)
            on conflict (key) do nothing returning number
            """;

    private static final String BECAME = """
            update import_row r set claim_id = n.id, part_of = case when not n.stood then r.part_of end,
              supersedes = case when not n.stood then r.supersedes end
            from unnest(:number, :id, :stood) as n(number, id, stood) where r.number = n.number
            """;

    private Stage() {}

    /** Makes the place for one import; refuses with 503 where too many are running. */
    static Stage open() {
        if (IntStream.rangeClosed(1, MOST_AT_ONCE).noneMatch(turn -> AdvisoryLock.tryTake("import " + turn))) {
            throw Problems.coded(503, "busy", "Other imports are running; try again when one has ended.")
                    .withHeader("Retry-After", "30")
                    .build();
        }
        OPEN.forEach(sql -> session().createNativeMutationQuery(sql).executeUpdate());
        return new Stage();
    }

    /** Notes those rows that have a key or relations; returns those whose key another row has. */
    Set<Staged> register(List<Staged> batch) {
        var rows = batch.stream().filter(Staged::isRelated).toList();
        var noted = new HashSet<>(session()
                .createNativeQuery(REGISTER, Integer.class)
                .setParameter("number", all(rows, row -> row.row().number(), Integer[]::new))
                .setParameter("line", all(rows, row -> row.row().line(), Integer[]::new))
                .setParameter("col", all(rows, row -> row.row().column(), Integer[]::new))
                .setParameter("pointer", all(rows, row -> row.row().pointer(), String[]::new))
                .setParameter("key", all(rows, row -> row.row().key(), String[]::new))
                .setParameter("part_of", all(rows, row -> row.claim().partOf(), String[]::new))
                .setParameter("supersedes", all(rows, row -> row.claim().supersedes(), String[]::new))
                .getResultList());
        return rows.stream().filter(row -> !noted.contains(row.row().number())).collect(Collectors.toSet());
    }

    /** Notes which claims the rows have become; what stood already keeps its own relations. */
    void became(List<Staged> batch, List<Intake.Kept> kept) {
        var related = IntStream.range(0, batch.size())
                .filter(i -> batch.get(i).isRelated())
                .boxed()
                .toList();
        session()
                .createNativeMutationQuery(BECAME)
                .setParameter("number", all(related, i -> batch.get(i).row().number(), Integer[]::new))
                .setParameter("id", all(related, i -> kept.get(i).id(), UUID[]::new))
                .setParameter("stood", all(related, i -> kept.get(i).stood(), Boolean[]::new))
                .executeUpdate();
    }

    /** A statement over the rows that were noted, in the table {@code import_row}. */
    NativeQuery<Tuple> ask(String sql) {
        return session().createNativeQuery(sql, Tuple.class);
    }

    /** As {@link #ask}, one that changes something. */
    void run(String sql, UUID... claims) {
        var statement = session().createNativeMutationQuery(sql);
        if (claims.length > 0) {
            statement.setParameter("claims", claims);
        }
        statement.executeUpdate();
    }

    private static <T, V> V[] all(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
