package org.numericclaims.claim;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Parameters;
import org.numericclaims.source.Source;
import org.numericclaims.subject.Subject;

/** Turns what was asked of a list of claims into conditions, each only where it was asked. */
final class ClaimFilter {

    private final ClaimQuery asked;
    private final AsOf asOf;
    private final Parameters parameters;
    private final Where where = new Where();

    private ClaimFilter(ClaimQuery asked, AsOf asOf, Parameters parameters) {
        this.asked = asked;
        this.asOf = asOf;
        this.parameters = parameters;
    }

    /**
     * What was asked, understood.
     *
     * @param where the conditions
     * @param in the unit in which figures are asked and answered, null where each keeps its own
     */
    record Asked(Where where, InUnit in) {}

    /**
     * What was asked; faults go to {@code parameters}, which throws them before a name is looked up. About the past it
     * is asked inside a transaction, which it begins.
     */
    static Asked of(ClaimQuery asked, AsOf asOf, Parameters parameters) {
        return new ClaimFilter(asked, asOf, parameters).read();
    }

    private Asked read() {
        plain();
        var q = parameters.search("q", asked.q);
        times();
        var figures = FigureFilter.read(asked, parameters);
        var unit = parameters.parsed("in", asked.in, Unit::of);
        boolean narrower = flag("narrower", asked.narrower, asked.subject, "subject");
        boolean member = flag("member", asked.member, asked.claimant, "claimant");
        parameters.throwIfAny();
        if (asOf.isPast()) {
            asOf.begin();
        }
        // names first become ids: a filter on the joined name would walk the whole of the claims
        named("c.subject_id", asked.subject, Subject::called, narrower ? Subject::withNarrower : ids -> ids);
        named("c.claimant_id", asked.claimant, Claimant::called, member ? Claimant::withMembers : ids -> ids);
        named("c.source_id", asked.source, Source::called, ids -> ids);
        if (Parameters.isAsked(asked.publisher)) {
            where.in("c.source_id", Source.publishedBy(asked.publisher));
        }
        if (q != null) {
            WordFilter.of(q).apply(where);
        }
        var in = unit == null ? null : InUnit.of(unit);
        if (in == null) {
            figures.apply(where);
        } else {
            in.apply(figures, where);
        }
        return new Asked(where, in);
    }

    private void plain() {
        var qualifiers = Arrays.stream(Qualifier.values()).map(Qualifier::code).toList();
        var statuses = Arrays.stream(ClaimStatus.values()).map(Enum::name).toList();
        parameters.choices("qualifier", asked.qualifier, qualifiers);
        parameters.choices("status", asked.status, statuses);
        where.in("c.status", Parameters.isAsked(asked.status) ? asked.status : List.of(ClaimStatus.active.name()));
        if (Parameters.isAsked(asked.qualifier)) {
            where.in("c.qualifier", asked.qualifier);
        }
        if (Parameters.isAsked(asked.unit)) {
            where.in("c.unit", parameters.each("unit", asked.unit, Parsed::unit));
        }
        if (Parameters.isAsked(asked.partOf)) {
            where.in("c.part_of", parameters.each("part_of", asked.partOf, Parsed::id));
        }
        if (asked.classified != null) {
            where.and(
                    parameters.flag("classified", asked.classified)
                            ? "c.subject_id is not null"
                            : "c.subject_id is null");
        }
    }

    private void times() {
        new DateFilter(asked.dateGte, asked.dateLte).apply(where, parameters);
        var overlaps = parameters.parsed("period_overlaps", asked.periodOverlaps, Parsed::days);
        if (overlaps != null) {
            where.and("c.period_start <= ? and c.period_end >= ?", overlaps.last(), overlaps.first());
        }
        var within = parameters.parsed("period_within", asked.periodWithin, Parsed::days);
        if (within != null) {
            where.and("c.period_start >= ? and c.period_end <= ?", within.first(), within.last());
        }
        var updated = parameters.parsed("updated_gte", asked.updatedGte, Parsed::instant);
        if (updated != null) {
            where.and("c.updated_at >= ?", updated);
        }
    }

    private boolean flag(String name, String value, List<String> needed, String needs) {
        if (value != null && !Parameters.isAsked(needed)) {
            parameters.misplaced(name, "'" + name + "' goes with '" + needs + "' only.");
        }
        return value != null && parameters.flag(name, value);
    }

    private void named(
            String column,
            List<String> names,
            Function<Collection<String>, Map<String, UUID>> find,
            Function<Collection<UUID>, Collection<UUID>> widen) {
        if (Parameters.isAsked(names)) {
            Collection<UUID> found =
                    find.apply(names).values().stream().distinct().toList();
            where.in(column, found.isEmpty() ? found : widen.apply(found));
        }
    }
}
