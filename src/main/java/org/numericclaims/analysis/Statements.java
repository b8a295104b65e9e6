package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.numericclaims.database.Rows;
import org.numericclaims.database.Scalars;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;

/** Reads the claims that take part in comparisons: active, not superseded, and not comparative themselves. */
final class Statements {

    /** Whether a newer claim replaces claim c; one that is itself withdrawn does not. */
    static final String SUPERSEDED =
            " exists (select from claim n where n.supersedes = c.id and n.status <> 'withdrawn') ";

    /** Whether claim c is stated for itself; comparative claims stand apart. */
    static final String NOT_COMPARATIVE = " c.baseline_subject_id is null and c.baseline_period is null ";

    private static final String STANDING = " c.status = 'active' and not" + SUPERSEDED;

    private static final String SELECT = """
            select c.id, c.claimant_id, c.subject_id, c.unit, c.figure, c.figure_to, c.low, c.low_open, c.high, c.high_open,
                   c.likely_low, c.likely_low_open, c.likely_high, c.likely_high_open, c.date_start, c.date_end,
                   c.period is not null as timed, c.period_start, c.period_end, c.part_of
            from claim c
            where
            """ + STANDING + "and" + NOT_COMPARATIVE + "and ";

    /** Stands for the subject of the claims that have none. */
    static final UUID UNCLASSIFIED = new UUID(0, 0);

    /** Fewer digits than a conversion gives, so that its last rounding makes no difference. */
    private static final MathContext DIGITS = new MathContext(30);

    private final Scopes scopes;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<Object, Object> shared = new HashMap<>();

    Statements(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The subject of that claim, if it has one. */
    static Optional<UUID> subjectOf(UUID claim) {
        return Optional.ofNullable(
                Scalars.query(Panache.getEntityManager(), "select subject_id from claim where id = :claim", UUID.class)
                        .setParameter("claim", claim)
                        .getSingleResult());
    }

    /** Those of these claims that take part, each with what its subject is inside. */
    static Map<UUID, Statement> byId(Collection<UUID> claims) {
        var subjects = Scalars.query(
                        Panache.getEntityManager(),
                        "select distinct subject_id from claim where id = any(:ids) and subject_id is not null",
                        UUID.class)
                .setParameter("ids", claims.toArray(UUID[]::new))
                .getResultList();
        return new Statements(Scopes.around(subjects))
                .of(claims).stream().collect(Collectors.toMap(Statement::id, claim -> claim));
    }

    /** Whether that claim is active, and no other that is not withdrawn supersedes it. */
    static boolean stands(UUID claim) {
        return Scalars.query(
                        Panache.getEntityManager(),
                        "select" + STANDING + "from claim c where c.id = :claim",
                        Boolean.class)
                .setParameter("claim", claim)
                .getSingleResult();
    }

    /** Those without a subject that are recorded to be parts of others. */
    List<Statement> unclassifiedParts() {
        return read("c.subject_id is null and c.part_of is not null and c.id <> ?", UNCLASSIFIED);
    }

    /** The claim of that id, if it takes part. */
    Optional<Statement> one(UUID id) {
        return read("c.id = ?", id).stream().findFirst();
    }

    /** Those about one of these subjects. */
    List<Statement> about(Collection<UUID> subjects) {
        return read("c.subject_id = any(?)", subjects);
    }

    /** Those that are recorded to be parts of this claim. */
    List<Statement> partsOf(UUID whole) {
        return read("c.part_of = ?", whole);
    }

    /** Those with these ids. */
    List<Statement> of(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read("c.id = any(?)", ids);
    }

    private List<Statement> read(String condition, Object value) {
        return Rows.read(SELECT + condition, List.of(value), this::statement);
    }

    private Statement statement(ResultSet row) throws SQLException {
        var unit = units.computeIfAbsent(row.getString("unit"), name -> Unit.of(name, true));
        var subject = row.getObject("subject_id", UUID.class);
        var scope = subject == null ? null : scopes.of(subject);
        var logical = interval(row, "").told(value -> inBase(value, unit));
        var likely = interval(row, "likely_").told(value -> inBase(value, unit));
        return new Statement(
                row.getObject("id", UUID.class),
                shared(row.getObject("claimant_id", UUID.class)),
                scope,
                unit,
                row.getBigDecimal("figure"),
                row.getBigDecimal("figure_to") != null,
                logical,
                likely.equals(logical) ? logical : likely,
                shared(new Days(day(row, "date_start"), day(row, "date_end"))),
                row.getBoolean("timed"),
                shared(period(row, scope)),
                row.getObject("part_of", UUID.class));
    }

    /** One and the same for all that are equal: very many claims are of one claimant, or of the same days. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return value == null ? null : (T) shared.computeIfAbsent(value, same -> same);
    }

    private static Days period(ResultSet row, Scope scope) throws SQLException {
        var start = day(row, "period_start");
        if (start == null) {
            return null;
        }
        var days = new Days(start, day(row, "period_end"));
        return scope == null ? days : scope.cut(days).orElse(null);
    }

    /** The logical bounds that a row of claims has, or with {@code likely_} the likely ones, in the claim's own unit. */
    static Interval interval(ResultSet row, String kind) throws SQLException {
        return new Interval(
                row.getBigDecimal(kind + "low"),
                row.getBoolean(kind + "low_open"),
                row.getBigDecimal(kind + "high"),
                row.getBoolean(kind + "high_open"));
    }

    /** The number in the unit in which all that convert into this one are compared. */
    static BigDecimal inBase(BigDecimal value, Unit unit) {
        var base = unit.base();
        return base.equals(unit) ? value : unit.convert(value, base).round(DIGITS);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
