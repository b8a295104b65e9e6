package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.numericclaims.analysis.Evaluation.Answer;
import org.numericclaims.analysis.Evaluation.Evidence;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;

/** Evaluates a comparative claim by each claimant's own figures for its two sides. */
final class Evaluations {

    private static final String CLAIM = """
            select c.claimant_id, c.subject_id, coalesce(c.baseline_subject_id, c.subject_id) as baseline,
                   c.low, c.low_open, c.high, c.high_open
            from claim c where c.id = :claim
            """;

    private static final Evaluation UNDECIDED = new Evaluation(Answer.undecided, List.of());

    /** A side of the comparison: a subject over some days. */
    private record Side(UUID subject, Days days) {}

    private final Interval claimed;
    private final Side side;
    private final Side baseline;

    private Evaluations(Interval claimed, Side side, Side baseline) {
        this.claimed = claimed;
        this.side = side;
        this.baseline = baseline;
    }

    /** What the figures of all say of a comparative claim; null for another claim. */
    static Evaluation of(ClaimView claim) {
        if (claim.baselineSubject() == null && claim.baselinePeriod() == null) {
            return null;
        }
        var row = ask(CLAIM).setParameter("claim", claim.id()).getSingleResult();
        var subject = row.get("subject_id", UUID.class);
        if (subject == null || claim.period() == null || !claim.unit().equals("times")) {
            return UNDECIDED;
        }
        var against = row.get("baseline", UUID.class);
        var scopes = Scopes.only(Stream.of(subject, against).distinct().toList());
        var period = claim.baselinePeriod() == null ? claim.period() : claim.baselinePeriod();
        var said = PartialDate.parse(claim.date());
        var days = days(claim.period(), said, scopes.of(subject));
        var baselineDays = days(period, said, scopes.of(against));
        if (days.isEmpty() || baselineDays.isEmpty()) {
            return UNDECIDED;
        }
        return new Evaluations(interval(row), new Side(subject, days.get()), new Side(against, baselineDays.get()))
                .by(new Statements(scopes).about(scopes.ids()), row.get("claimant_id", UUID.class));
    }

    private Evaluation by(List<Statement> claims, UUID claimant) {
        var byClaimant = claims.stream().collect(Collectors.groupingBy(Statement::claimant));
        var names = Claimant.names(byClaimant.keySet());
        var own = Optional.ofNullable(byClaimant.remove(claimant)).flatMap(some -> evidence(some, names));
        var others = byClaimant.values().stream()
                .flatMap(some -> evidence(some, names).stream())
                .sorted(Comparator.comparing(Evidence::claimant))
                .toList();
        var answers = (own.isPresent() ? own.stream() : others.stream())
                .map(Evidence::verdict)
                .distinct()
                .toList();
        return new Evaluation(
                answers.size() == 1 ? answers.get(0) : Answer.undecided,
                Stream.concat(own.stream(), others.stream()).toList());
    }

    /** What the figures of one claimant say, if he has some for both sides that convert into each other. */
    private Optional<Evidence> evidence(List<Statement> claims, Map<UUID, String> names) {
        return claims.stream()
                .collect(Collectors.groupingBy(claim -> claim.unit().base().name()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(group -> {
                    var amount = amount(group.getValue(), side);
                    var divisor = amount(group.getValue(), baseline);
                    return amount.isPresent() && divisor.isPresent()
                            ? Stream.of(judged(names.get(claims.get(0).claimant()), amount.get(), divisor.get()))
                            : Stream.empty();
                })
                .findFirst();
    }

    private static Optional<Amount> amount(List<Statement> claims, Side side) {
        return new Totals(claims.stream()
                        .filter(claim -> claim.scope().subject().equals(side.subject()))
                        .toList())
                .evidence(side.days());
    }

    private Evidence judged(String claimant, Amount amount, Amount divisor) {
        var likely = amount.likely().dividedBy(divisor.likely());
        var logical = amount.logical().dividedBy(divisor.logical());
        var answer = likely.inside(claimed)
                ? Answer.supported
                : logical.overlaps(claimed) ? Answer.undecided : Answer.contradicted;
        var shown = likely.bounds();
        return new Evidence(claimant, answer, shown.low(), shown.high(), amount.ids(), divisor.ids());
    }

    private static Optional<Days> days(String period, PartialDate said, Scope scope) {
        return Period.parse(period).days(said).flatMap(scope::cut);
    }

    private static Interval interval(Tuple row) {
        return new Interval(
                row.get("low", BigDecimal.class),
                row.get("low_open", Boolean.class),
                row.get("high", BigDecimal.class),
                row.get("high_open", Boolean.class));
    }

    private static NativeQuery<Tuple> ask(String sql) {
        return Panache.getEntityManager().unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }
}
