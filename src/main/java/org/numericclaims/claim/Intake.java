package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.database.CopyRows;

/**
 * Takes many new claims into the record, inside the transaction that is running: first into the temporary table {@code
 * import_row}, by COPY, so that they can be checked together; what is still there in the end is kept at once.
 */
public final class Intake {

    /**
     * A new claim of a file.
     *
     * @param number which of the file's claims it is, from 1
     * @param line the line on which it begins, from 1
     * @param column where in that line, from 1
     * @param key by what other claims of the file name it, null for nothing
     */
    public record Coming(int number, int line, int column, String key, NewClaim claim) {}

    private static final String PLACE = "number, line, col, key, part_of_key, supersedes_key, ";

    /** Beside a claim's columns: {@code stands} is the claim that says the same, kept before or coming before. */
    private static final List<String> OPEN = List.of(
            "set local claims.keep_versions = off",
            "drop table if exists pg_temp.import_row",
            "create temp table import_row on commit drop as select 0 as number, 0 as line, 0 as col,"
                    + " '' collate \"C\" as key, '' collate \"C\" as part_of_key, '' collate \"C\" as supersedes_key,"
                    + " claim.id as stands, " + ClaimColumns.NAMES + " from claim with no data",
            "alter table import_row add identity bigint generated always as (claim_identity(claimant_id, subject_id,"
                    + " figure, figure_to, qualifier, unit, date, period, baseline_subject_id, baseline_period,"
                    + " source_id)) stored");

    private static final String KEEP = "insert into claim (" + ClaimColumns.NAMES + ", created_at, updated_at) select "
            + ClaimColumns.NAMES + ", at, at from import_row, record_time() at where stands is null";

    /** How long before this a claim of another transaction may say that it was made. */
    private static final Duration LONGEST_POST = Duration.ofMinutes(10);

    private static final String TWINS = " from unnest(:ours, :theirs) as twin(ours, theirs) ";

    private static final List<String> REPLACE = List.of(
            "update claim set part_of = theirs" + TWINS + "where part_of = ours",
            "update claim set supersedes = theirs" + TWINS + "where supersedes = ours",
            "delete from claim using unnest(:ours, :theirs) as twin(ours, theirs) where id = ours");

    private final KnownNames names = new KnownNames();
    private Instant found;

    private Intake() {}

    /** An intake of which nothing has come yet. */
    public static Intake open() {
        OPEN.forEach(Intake::run);
        return new Intake();
    }

    /** These claims come; whom and what they name is made where it is unknown. */
    public void add(List<Coming> coming) {
        var named = names.in(coming.stream().map(Coming::claim).toList());
        session().doWork(db -> copy(db, coming, named));
    }

    private static void copy(Connection db, List<Coming> coming, Named named) throws SQLException {
        try (var rows = CopyRows.into(db, "import_row", PLACE + ClaimColumns.NAMES)) {
            for (var one : coming) {
                rows.value(one.number()).value(one.line()).value(one.column()).value(one.key());
                rows.value(one.claim().partOf()).value(one.claim().supersedes());
                var claim = new Claim();
                claim.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                claim.say(one.claim());
                named.apply(claim, one.claim());
                ClaimColumns.ALL.forEach(column -> rows.value(column.of().apply(claim)));
                rows.end();
            }
            rows.finish();
        }
    }

    /**
     * All have come: notes of each claim that stands already, or came before among them, which it is. From now on until
     * this transaction ends, no other intake keeps anything.
     */
    public void findStanding() {
        run("set local lock_timeout = '30min'");
        AdvisoryLock.take("claims intake");
        run("set local lock_timeout to default");
        run("analyze import_row");
        found = Instant.now();
        Duplicates.noteStanding();
    }

    /** Keeps what has come and does not stand already, with its relations; returns how many these are. */
    public int keep() {
        return session().createNativeMutationQuery(KEEP).executeUpdate();
    }

    /** Takes out again the names that this transaction has made and no claim has, after {@link #keep}. */
    public static void forgetUnusedNames() {
        Named.forgetUnused();
    }

    /**
     * Takes out again what others have added since {@link #findStanding}, in transactions that it could not see. Until
     * this transaction ends, nobody adds a claim; so it is the last thing to do.
     *
     * @return how many claims went; those that referred to them refer to the others'
     */
    public int settle() {
        var twins = Duplicates.addedMeanwhile(found.minus(LONGEST_POST));
        if (!twins.isEmpty()) {
            // by a few statements, because everybody waits
            REPLACE.forEach(sql -> session()
                    .createNativeMutationQuery(sql)
                    .setParameter("ours", twins.keySet().toArray(UUID[]::new))
                    .setParameter("theirs", twins.values().toArray(UUID[]::new))
                    .executeUpdate());
        }
        return twins.size();
    }

    private static void run(String sql) {
        session().createNativeMutationQuery(sql).executeUpdate();
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
