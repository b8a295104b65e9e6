package org.numericclaims.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.numericclaims.database.Cells;
import org.numericclaims.database.DatabaseCame;
import org.numericclaims.database.Mode;
import org.numericclaims.database.Rows;

/** Reads what was recorded, in the order of the transactions that did it, up to the oldest one that is running. */
@ApplicationScoped
class ChangeFeed {

    /** Where somebody has come to: behind that change of that transaction. */
    record Place(long transaction, long number) {

        static final Place BEGINNING = new Place(-1, 0);

        static Place of(List<String> values) {
            return new Place(Long.parseLong(values.get(0)), Long.parseLong(values.get(1)));
        }

        List<String> values() {
            return List.of(String.valueOf(transaction), String.valueOf(number));
        }
    }

    /** A change, and where it stands. */
    record Told(Change change, Place place) {}

    /** The first number of a transaction that may be running, or may begin. */
    private static final String RUNNING = "(select ahead from transaction_count)"
            + " + cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private static final String BEHIND = """
            select h.transaction, h.number, h.kind, h.thing, h.thing_id, h.slug, h.part, h.version, h.changed_at,
                   h.changed_by, coalesce(c.reason, v.reason, p.reason),
                   coalesce(t.slug, s.slug, cast(h.merged_into as text))
            from change h
            left join claim c on h.thing = 'claim' and c.id = h.thing_id and c.version = h.version
            left join claim_version v on h.thing = 'claim' and v.id = h.thing_id and v.version = h.version
            left join purged_claim p on h.kind = 'purged' and p.id = h.thing_id
            left join claimant t on t.id = h.merged_into
            left join subject s on s.id = h.merged_into
            where (h.transaction, h.number) > (?, ?) and h.transaction <\s""" + RUNNING + " order by h.transaction, h.number limit ?";

    private static final String LAST = "select h.transaction, h.number from change h where h.transaction < " + RUNNING
            + " order by h.transaction desc, h.number desc limit 1";

    private static final String RESTORED = "(select max(h.transaction) from change h) >="
            + " ahead + cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)";

    private static final String COUNT_ON =
            "update transaction_count set ahead = (select max(h.transaction) from change h)"
                    + " + 1 - cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) where " + RESTORED;

    private final EntityManager em;
    private final Mode mode;

    ChangeFeed(EntityManager em, Mode mode) {
        this.em = em;
        this.mode = mode;
    }

    /** At most that many changes behind a place, the earliest first. */
    List<Told> behind(Place place, int most) {
        return Rows.planned(BEHIND, List.of(place.transaction(), place.number(), most), ChangeFeed::told);
    }

    /** The place of the last change of all. */
    Place end() {
        return Rows.read(LAST, List.of(), row -> new Place(row.getLong(1), row.getLong(2))).stream()
                .findFirst()
                .orElse(Place.BEGINNING);
    }

    /** A database that was restored has changes of transactions that its server has yet to come to. */
    @Transactional
    void countOn(@Observes DatabaseCame came) {
        if (mode.isReadOnly()) {
            return;
        }
        var restored = Rows.read("select " + RESTORED + " from transaction_count", List.of(), row -> row.getBoolean(1));
        if (restored.contains(true)) {
            em.createNativeQuery(COUNT_ON).executeUpdate();
        }
    }

    /** The columns are in the order of {@link #BEHIND}. */
    private static Told told(ResultSet row) throws SQLException {
        var cells = new Cells(row);
        var place = Place.of(List.of(cells.text(), cells.text()));
        var kind = cells.text();
        var thing = cells.text();
        var address = address(thing, cells.text(), cells.text(), cells.text());
        int version = cells.integer();
        var at = cells.instant();
        var by = cells.text();
        var reason = cells.text();
        var into = cells.text();
        var change = new Change(
                kind,
                thing,
                address,
                version == 0 ? null : version,
                at,
                by,
                reason,
                into == null ? null : address(thing, into));
        return new Told(change, place);
    }

    private static String address(String thing, String id, String slug, String part) {
        return part == null
                ? address(thing, slug == null ? id : slug)
                : address("claim", id) + "/" + thing + "s/" + part;
    }

    private static String address(String thing, String name) {
        return "/v1/" + thing + "s/" + name;
    }
}
