package org.numericclaims.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;

/**
 * Each claimant's latest claim about one subject, as the oracle compares them.
 *
 * @param drawnOn every claim that it was chosen from
 * @param latest one for each claimant
 */
record SideBySide(List<Told> drawnOn, List<Told> latest) {

    /** What is asked of a comparison: of which subject, until when, for which period; each null where not asked. */
    record Asked(Topic topic, PartialDate until, Period period) {

        boolean holds(Told told) {
            return topic.equals(told.topic())
                    && (until == null || !told.date().last().isAfter(until.last()))
                    && (period == null || told.period() != null && isFor(told));
        }

        private boolean isFor(Told told) {
            // a period that is asked for is written with both ends, so it means the same on any date
            Optional<Days> asked = topic.days(period, PartialDate.parse("9999"));
            return asked.isPresent() && asked.equals(told.days());
        }
    }

    static SideBySide of(Oracle oracle, Asked asked) {
        var drawnOn = oracle.compared().stream().filter(asked::holds).toList();
        var latest = byClaimant(drawnOn).values().stream()
                .map(claims -> Oracle.latest(claims).orElseThrow())
                .toList();
        return new SideBySide(drawnOn, latest);
    }

    static Map<String, List<Told>> byClaimant(List<Told> claims) {
        return claims.stream().collect(Collectors.groupingBy(Told::claimant, LinkedHashMap::new, Collectors.toList()));
    }

    /** The logical bounds of the claims that convert into that unit, from the least to the greatest. */
    Optional<Stretch> envelope(Unit unit) {
        return latest.stream()
                .filter(told -> told.unit().converts(unit))
                .map(told -> told.logicalIn(unit))
                .reduce(Stretch::and);
    }

    long sources(Map<String, String> publishers) {
        return drawnOn.stream()
                .map(told -> publishers.getOrDefault(told.text("source"), told.text("source")))
                .distinct()
                .count();
    }

    /** The first's stated figure over the second's; null for a range, to 0, and where the units don't convert. */
    static java.math.BigDecimal ratio(Told a, Told b) {
        if (a.figure().to() != null || b.figure().to() != null || !a.unit().converts(b.unit())) {
            return null;
        }
        return OracleRatio.of(a.figure().value(), b.unit().convert(b.figure().value(), a.unit()));
    }
}
