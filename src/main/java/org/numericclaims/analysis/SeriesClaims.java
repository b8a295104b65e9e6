package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.numericclaims.claim.ClaimStatus;
import org.numericclaims.database.Rows;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.subject.Subject;

/** Reads the claims of a subject's series: retracted and superseded ones too, but no withdrawn or comparative ones. */
final class SeriesClaims {

    private static final String DRAWN = " c.status <> 'withdrawn' and" + Statements.NOT_COMPARATIVE;

    private static final String MOST_USED = "select c.unit from claim c where c.subject_id = ? and" + DRAWN
            + "group by c.unit order by count(*) desc, c.unit collate \"C\" limit 1";

    private static final String SELECT =
            """
            select c.id, c.claimant_id, t.name, t.slug, c.subject_id, s.name as subject, s.slug as subject_slug,
                   c.date, c.date_end, c.period, c.unit, c.figure, c.figure_to,
                   c.qualifier, c.low, c.low_open, c.high, c.high_open,
                   c.likely_low, c.likely_low_open, c.likely_high, c.likely_high_open, c.status,
            """ + Statements.SUPERSEDED + "as superseded from claim c join claimant t on t.id = c.claimant_id"
                    + " join subject s on s.id = c.subject_id";

    /** As the index on a subject's claims has them; an id tells by itself which was recorded last. */
    private static final String BY_DATE = " order by c.date_end, c.date_start, c.id";

    private final SeriesQuery.Asked asked;
    private final Map<String, Optional<UnaryOperator<BigDecimal>>> conversions = new HashMap<>();
    private final SeriesLines lines;

    private SeriesClaims(SeriesQuery.Asked asked) {
        this.asked = asked;
        lines = new SeriesLines(asked.interval());
    }

    static Series of(Subject subject, SeriesQuery.Asked asked) {
        var unit = asked.unit() == null ? mostUsed(subject.id) : asked.unit();
        var claims = new SeriesClaims(asked);
        int leftOut = unit == null ? 0 : claims.read(subject.id, unit);
        return new Series(subject.name, unit == null ? null : unit.name(), claims.lines.sorted(), leftOut);
    }

    private static Unit mostUsed(UUID subject) {
        return Rows.planned(MOST_USED, List.of(subject), row -> Unit.of(row.getString("unit"), true)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Reads the claims into the lines; returns how many don't convert and are left out. */
    private int read(UUID subject, Unit unit) {
        var own = List.of(subject);
        var where = asked.filter()
                .in("c.subject_id", asked.narrower() ? Subject.withNarrower(own) : own)
                .and(DRAWN);
        var drawn = where.read(SELECT + where.clause() + BY_DATE, row -> draw(row, unit));
        return Collections.frequency(drawn, false);
    }

    private boolean draw(ResultSet row, Unit unit) throws SQLException {
        var conversion = conversions.computeIfAbsent(row.getString("unit"), name -> conversion(name, unit));
        if (conversion.isEmpty()) {
            return false;
        }
        var said = row.getObject("date_end", LocalDate.class);
        lines.of(row).add(point(row, conversion.get()), said);
        return true;
    }

    private static Optional<UnaryOperator<BigDecimal>> conversion(String stated, Unit unit) {
        return Optional.of(Unit.of(stated, true))
                .filter(one -> one.converts(unit))
                .map(one -> one.conversion(unit));
    }

    private static Series.Point point(ResultSet row, UnaryOperator<BigDecimal> conversion) throws SQLException {
        var logical = Statements.interval(row, "").told(conversion).bounds();
        var likely = Statements.interval(row, "likely_").told(conversion).bounds();
        return new Series.Point(
                row.getObject("id", UUID.class),
                row.getString("date"),
                row.getString("period"),
                number(row.getBigDecimal("figure"), conversion),
                number(row.getBigDecimal("figure_to"), conversion),
                row.getString("qualifier"),
                logical.low(),
                logical.high(),
                likely.low(),
                likely.high(),
                row.getBoolean("superseded"),
                ClaimStatus.valueOf(row.getString("status")));
    }

    private static BigDecimal number(BigDecimal number, UnaryOperator<BigDecimal> conversion) {
        return number == null ? null : Told.shortened(conversion.apply(number));
    }
}
