package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.numericclaims.claim.ClaimStatus;
import org.numericclaims.figure.Bounds;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.subject.Subject;

/** Reads the claims of a subject's series: retracted and superseded ones too, but no withdrawn or comparative ones. */
final class SeriesClaims {

    private static final String IN_SERIES =
            " c.subject_id = ? and c.status <> 'withdrawn' and" + Statements.NOT_COMPARATIVE;

    private static final String MOST_USED = "select c.unit from claim c where" + IN_SERIES
            + "group by c.unit order by count(*) desc, c.unit collate \"C\" limit 1";

    private static final String SELECT =
            """
            select c.id, c.claimant_id, t.name, t.slug, c.date, c.date_end, c.period, c.unit, c.figure, c.figure_to,
                   c.qualifier, c.low, c.low_open, c.high, c.high_open,
                   c.likely_low, c.likely_low_open, c.likely_high, c.likely_high_open, c.status,
            """ + Statements.SUPERSEDED + "as superseded from claim c join claimant t on t.id = c.claimant_id";

    /** As the index on a subject's claims has them; an id tells by itself which was recorded last. */
    private static final String BY_DATE = " order by c.date_end, c.date_start, c.id";

    private static final int FETCHED_AT_ONCE = 2_000;

    private final SeriesQuery.Asked asked;
    private final Map<String, Unit> units = new HashMap<>();
    private final SeriesLines lines;
    private int leftOut;

    private SeriesClaims(SeriesQuery.Asked asked) {
        this.asked = asked;
        lines = new SeriesLines(asked.interval());
    }

    static Series of(Subject subject, SeriesQuery.Asked asked) {
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(db -> {
            var unit = asked.unit() == null ? mostUsed(db, subject.id) : asked.unit();
            var claims = new SeriesClaims(asked);
            if (unit != null) {
                claims.read(db, subject.id, unit);
            }
            return new Series(subject.name, unit == null ? null : unit.name(), claims.lines.sorted(), claims.leftOut);
        });
    }

    private static Unit mostUsed(Connection db, UUID subject) throws SQLException {
        try (var statement = db.prepareStatement(MOST_USED)) {
            statement.setObject(1, subject);
            try (var row = statement.executeQuery()) {
                return row.next() ? Unit.of(row.getString("unit"), true) : null;
            }
        }
    }

    private void read(Connection db, UUID subject, Unit unit) throws SQLException {
        var where = asked.filter().and(IN_SERIES, subject);
        try (var statement = db.prepareStatement(SELECT + where.clause() + BY_DATE)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            where.bind(statement);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    read(row, unit);
                }
            }
        }
    }

    private void read(ResultSet row, Unit unit) throws SQLException {
        var stated = units.computeIfAbsent(row.getString("unit"), name -> Unit.of(name, true));
        if (!stated.converts(unit)) {
            leftOut++;
            return;
        }
        var claimant = row.getObject("claimant_id", UUID.class);
        var said = row.getObject("date_end", LocalDate.class);
        lines.of(claimant, row.getString("name"), row.getString("slug")).add(point(row, stated, unit), said);
    }

    private static Series.Point point(ResultSet row, Unit stated, Unit unit) throws SQLException {
        var logical = told(Statements.interval(row, ""), stated, unit);
        var likely = told(Statements.interval(row, "likely_"), stated, unit);
        return new Series.Point(
                row.getObject("id", UUID.class),
                row.getString("date"),
                row.getString("period"),
                number(row.getBigDecimal("figure"), stated, unit),
                number(row.getBigDecimal("figure_to"), stated, unit),
                row.getString("qualifier"),
                logical.low(),
                logical.high(),
                likely.low(),
                likely.high(),
                row.getBoolean("superseded"),
                ClaimStatus.valueOf(row.getString("status")));
    }

    private static BigDecimal number(BigDecimal number, Unit stated, Unit unit) {
        return number == null || stated.equals(unit) ? number : Told.shortened(stated.convert(number, unit));
    }

    private static Bounds told(Interval interval, Unit stated, Unit unit) {
        return interval.told(number -> stated.convert(number, unit)).bounds();
    }
}
