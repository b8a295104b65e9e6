package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.numericclaims.database.AdvisoryLock;

/**
 * Finds the claims that stand already: the same claimant, subject, figure, figure_to, qualifier, unit, date, period,
 * baseline and source. Withdrawn ones do not count.
 */
final class Duplicates {

    private static final String NEW = """
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
              as n(claimant_id, subject_id, figure, figure_to, qualifier, unit, date, period, baseline_subject_id,
                   baseline_period, source_id, place)
            """;

    private static final String IDENTITY = """
            claim_identity(n.claimant_id, n.subject_id, n.figure, n.figure_to, n.qualifier, n.unit, n.date, n.period,
                           n.baseline_subject_id, n.baseline_period, n.source_id)
            """;

    private static final String SAME = """
              c.status <> 'withdrawn'
              and (c.claimant_id, c.figure, c.qualifier, c.unit, c.date, c.source_id)
                = (n.claimant_id, n.figure, n.qualifier, n.unit, n.date, n.source_id)
              and (c.subject_id, c.figure_to, c.period, c.baseline_subject_id, c.baseline_period)
                is not distinct from (n.subject_id, n.figure_to, n.period, n.baseline_subject_id, n.baseline_period)
            """;

    private static final String SETTLING = "claims settle";

    private static final String LOCK = "select pg_advisory_xact_lock_shared(hashtextextended('" + SETTLING
            + "', 0)), pg_advisory_xact_lock(" + IDENTITY + ") " + NEW;

    private static final String FIND = "select n.place, c.id " + NEW + " join claim c on c.identity = " + IDENTITY
            + " and " + SAME + " order by c.id desc";

    /** The oldest claim in the record that says the same as a row of {@code import_row}. */
    private static final String NOTE_KEPT = """
            update import_row r set stands = kept.id from (
              select distinct on (n.number) n.number, c.id
              from import_row n join claim c on c.identity = n.identity and
            """ + SAME + """
              order by n.number, c.id) kept
            where kept.number = r.number
            """;

    /** The first row, and not a withdrawn one, that says the same as a row behind it. */
    private static final String NOTE_TWINS = """
            update import_row r set stands = twin.first from (
              select number, first_value(id) over same as first, first_value(number) over same as first_number,
                     first_value(status) over same as first_status
              from import_row
              where stands is null
                and identity in (select identity from import_row group by identity having count(*) > 1)
              window same as (partition by identity, claimant_id, subject_id, figure, figure_to, qualifier, unit, date,
                period, baseline_subject_id, baseline_period, source_id order by status = 'withdrawn', number)) twin
            where twin.number = r.number and twin.first_number < r.number and twin.first_status <> 'withdrawn'
            """;

    /** The claims of this transaction carry its number; whatever stands beside one of them came from another. */
    private static final String MEANWHILE = """
            select n.id, c.id as other
            from claim c join import_row n on n.identity = c.identity
            where n.stands is null and c.created_at >= :since and c.xmin <> cast(pg_current_xact_id() as xid) and
            """ + SAME;

    private Duplicates() {}

    /** Makes others that are about to add the same claim wait for the end of this transaction. */
    static void lock(Claim claim) {
        session().doWork(db -> {
            try (var statement = bound(db, LOCK, List.of(claim))) {
                statement.execute();
            }
        });
    }

    /** For each of the new claims that stands already, the id of the oldest that does. */
    static Map<Claim, UUID> of(List<Claim> claims) {
        return session().doReturningWork(db -> {
            var found = new HashMap<Claim, UUID>();
            try (var statement = bound(db, FIND, claims);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(claims.get(rows.getInt("place") - 1), rows.getObject("id", UUID.class));
                }
            }
            return found;
        });
    }

    /** Notes of each row of {@code import_row} the claim or the earlier row that says the same. */
    static void noteStanding() {
        for (var sql : List.of(NOTE_KEPT, NOTE_TWINS)) {
            session().createNativeMutationQuery(sql).executeUpdate();
        }
    }

    /**
     * For each claim that was kept from {@code import_row} the same one that another transaction has added, and says it
     * did since then; nobody adds more.
     */
    static Map<UUID, UUID> addedMeanwhile(Instant since) {
        AdvisoryLock.take(SETTLING);
        return session()
                .createNativeQuery(MEANWHILE, Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (a, b) -> a));
    }

    private static PreparedStatement bound(Connection db, String sql, List<Claim> claims) throws SQLException {
        var statement = db.prepareStatement(sql);
        var columns = new Columns(db, claims);
        int n = 0;
        statement.setArray(++n, columns.of("uuid", claim -> claim.claimantId));
        statement.setArray(++n, columns.of("uuid", claim -> claim.subjectId));
        statement.setArray(++n, columns.of("numeric", claim -> claim.figure));
        statement.setArray(++n, columns.of("numeric", claim -> claim.figureTo));
        statement.setArray(++n, columns.of("text", claim -> claim.qualifier));
        statement.setArray(++n, columns.of("text", claim -> claim.unit));
        statement.setArray(++n, columns.of("text", claim -> claim.date));
        statement.setArray(++n, columns.of("text", claim -> claim.period));
        statement.setArray(++n, columns.of("uuid", claim -> claim.baselineSubjectId));
        statement.setArray(++n, columns.of("text", claim -> claim.baselinePeriod));
        statement.setArray(++n, columns.of("uuid", claim -> claim.sourceId));
        return statement;
    }

    private record Columns(Connection db, List<Claim> claims) {

        Array of(String type, Function<Claim, Object> column) throws SQLException {
            return db.createArrayOf(type, claims.stream().map(column).toArray());
        }
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
