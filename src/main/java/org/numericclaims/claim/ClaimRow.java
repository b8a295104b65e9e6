package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The one place that reads a claim's row, with the names beside it, by one statement however many there are. */
public final class ClaimRow {

    private static final String SELECT = """
            select c.*, t.name as claimant, t.slug as claimant_slug, s.name as subject, s.slug as subject_slug,
                   coalesce(r.url, r.citation) as source, b.name as baseline_subject
            from claim c
            join claimant t on t.id = c.claimant_id
            join source r on r.id = c.source_id
            left join subject s on s.id = c.subject_id
            left join subject b on b.id = c.baseline_subject_id
            """;

    private ClaimRow() {}

    /** The claim with that id, withdrawn ones too. */
    public static Optional<ClaimView> view(UUID id) {
        return read(new Where().and("c.id = ?", id), "", 1).stream().findFirst();
    }

    /** The claims with these ids. */
    public static Map<UUID, ClaimView> views(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(new Where().in("c.id", ids), "", ids.size()).stream()
                        .collect(Collectors.toMap(ClaimView::id, claim -> claim));
    }

    /** At most {@code most} of the claims that match, in that order. */
    static List<ClaimView> matching(Where filter, ClaimOrder order, int most) {
        return read(filter, order.clause(), most);
    }

    /** The statement that selects what {@link #view(ResultSet)} reads. */
    static String select(Where filter) {
        return SELECT + filter.clause();
    }

    private static List<ClaimView> read(Where where, String order, int most) {
        var sql = select(where) + order + " limit " + most;
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(db -> read(db, sql, where));
    }

    private static List<ClaimView> read(Connection db, String sql, Where where) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            where.bind(statement);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<ClaimView>();
                while (row.next()) {
                    found.add(view(row));
                }
                return found;
            }
        }
    }

    static ClaimView view(ResultSet row) throws SQLException {
        return new ClaimView(
                row.getObject("id", UUID.class),
                row.getBigDecimal("figure"),
                row.getBigDecimal("figure_to"),
                row.getBigDecimal("best"),
                row.getString("qualifier"),
                row.getBigDecimal("rounded_to"),
                row.getString("figure_text"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getBigDecimal("likely_low"),
                row.getBigDecimal("likely_high"),
                row.getString("unit"),
                row.getString("subject"),
                row.getString("claimant"),
                row.getString("claimant_slug"),
                row.getString("subject_slug"),
                row.getObject("source_id", UUID.class),
                row.getString("relayed_by"),
                row.getString("date"),
                row.getString("period"),
                row.getString("source"),
                row.getString("quote"),
                row.getObject("part_of", UUID.class),
                row.getObject("supersedes", UUID.class),
                row.getString("baseline_subject"),
                row.getString("baseline_period"),
                row.getString("note"),
                ClaimStatus.valueOf(row.getString("status")),
                row.getInt("rule"),
                row.getInt("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
