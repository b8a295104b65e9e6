package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.numericclaims.claim.Where;
import org.numericclaims.database.Rows;
import org.numericclaims.database.Scalars;

/**
 * What was worked out of each subject's claims, as it is kept: for each claim with a rival the widest one. What has
 * changed since is marked by triggers in the transaction that changes it; whoever reads leaves out what is marked, and
 * works that out anew.
 */
final class KeptRivals {

    private static final String DUE = "with recursive due(id) as (select distinct subject_id from rival_due union"
            + " select s.id from subject s join due on s.broader = due.id) select id from due";

    private static final String PLACES = "select r.claim_id, r.other_id, r.gap from rival r";

    private static final String WORST_FIRST = " order by r.gap desc, r.claim_id, r.other_id limit ";

    private static final String KEPT = "select claim_id, other_id, claimant_id, gap from rival"
            + " where subject_id = ? and own = ? and verdict = ?";

    private static final String FORGET =
            "delete from rival where subject_id = ? and own = ? and verdict = ? and claim_id = any(?)";

    private static final String KEEP =
            "insert into rival (subject_id, own, verdict, claim_id, other_id, claimant_id, gap)"
                    + " select ?, ?, ?, f.* from unnest(?, ?, ?, ?) f"
                    + " on conflict (subject_id, claim_id, own, verdict) do update set other_id = excluded.other_id,"
                    + " claimant_id = excluded.claimant_id, gap = excluded.gap";

    /** A claim and the widest of its rivals. */
    record Row(UUID claim, UUID other, UUID claimant, BigDecimal gap) {

        static Row of(Rivalry rivalry) {
            return new Row(
                    rivalry.claim().id(),
                    rivalry.other().id(),
                    rivalry.claim().claimant(),
                    rivalry.gap().stripTrailingZeros());
        }
    }

    private KeptRivals() {}

    /** The subjects of whose claims nothing that is kept can be trusted: those marked, and all that are inside them. */
    static Set<UUID> due() {
        return new HashSet<>(
                Scalars.query(Panache.getEntityManager(), DUE, UUID.class).getResultList());
    }

    /** Takes away the marks of these subjects that this transaction sees; what it does not see yet stays. */
    static void trust(Collection<UUID> subjects) {
        Panache.getEntityManager()
                .createNativeQuery("delete from rival_due where subject_id = any(:subjects)")
                .setParameter("subjects", subjects.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Tells the worst that are kept, of subjects that are not due, as many as the page may need. */
    static void tell(AskedRivals asked, Collection<UUID> due, WorstFirst worst) {
        var where = new Where()
                .and("r.own = ?", asked.sought().own())
                .and("r.verdict = ?", asked.sought().verdict().name());
        if (asked.subjects() != null) {
            where.in("r.subject_id", asked.subjects());
        }
        if (asked.claimants() != null) {
            where.in("r.claimant_id", asked.claimants());
        }
        if (!due.isEmpty()) {
            where.and("r.subject_id <> all(?)", due);
        }
        var behind = worst.behind();
        if (behind != null) {
            // the second narrows the first, which the index understands
            where.and("r.gap <= ?", behind.gap())
                    .and(
                            "(r.gap < ? or (r.claim_id, r.other_id) > (?, ?))",
                            behind.gap(),
                            behind.claim(),
                            behind.other());
        }
        where.read(
                        PLACES + where.clause() + WORST_FIRST + worst.most(),
                        row -> new Place(
                                asked.sought().verdict(),
                                row.getBigDecimal(3),
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class)))
                .forEach(worst);
    }

    /** Keeps what was worked out of that subject, instead of what was kept before; only what differs is written. */
    static void keep(UUID subject, Sought sought, List<Row> found) {
        var kept = kept(subject, sought);
        var news = new ArrayList<Row>();
        for (var row : found) {
            if (!row.equals(kept.remove(row.claim()))) {
                news.add(row);
            }
        }
        Panache.getEntityManager().unwrap(Session.class).doWork(db -> {
            write(db, FORGET, subject, sought, kept.values(), 1);
            write(db, KEEP, subject, sought, news, 4);
        });
    }

    private static Map<UUID, Row> kept(UUID subject, Sought sought) {
        return Rows.read(
                        KEPT,
                        List.of(subject, sought.own(), sought.verdict().name()),
                        row -> new Row(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getBigDecimal(4).stripTrailingZeros()))
                .stream()
                .collect(Collectors.toMap(Row::claim, row -> row));
    }

    private static void write(Connection db, String sql, UUID subject, Sought sought, Collection<Row> rows, int columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var arrays = List.of(
                db.createArrayOf("uuid", rows.stream().map(Row::claim).toArray()),
                db.createArrayOf("uuid", rows.stream().map(Row::other).toArray()),
                db.createArrayOf("uuid", rows.stream().map(Row::claimant).toArray()),
                db.createArrayOf("numeric", rows.stream().map(Row::gap).toArray()));
        try (var statement = db.prepareStatement(sql)) {
            statement.setObject(1, subject);
            statement.setBoolean(2, sought.own());
            statement.setString(3, sought.verdict().name());
            for (int i = 0; i < columns; i++) {
                statement.setArray(4 + i, arrays.get(i));
            }
            statement.executeUpdate();
        }
    }
}
