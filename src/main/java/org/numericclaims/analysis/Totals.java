package org.numericclaims.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numericclaims.figure.Days;
import org.numericclaims.naming.Ids;

/** What one claimant says about one subject in one unit family: the latest claim for each run of days. */
final class Totals {

    /** Of several for the same days, the one whose date ends last, then begins last, then was recorded last. */
    static final Comparator<Statement> LATEST_LAST = Comparator.comparing(
                    (Statement claim) -> claim.said().last())
            .thenComparing(claim -> claim.said().first())
            .thenComparing(Statement::id, Ids.ORDER);

    private final Map<Days, Statement> latest = new HashMap<>();
    private final Map<LocalDate, TreeMap<LocalDate, Statement>> byEnd = new HashMap<>();

    Totals(List<Statement> claims) {
        for (var claim : claims) {
            if (claim.period() != null) {
                latest.merge(claim.period(), claim, (a, b) -> LATEST_LAST.compare(a, b) >= 0 ? a : b);
            }
        }
        latest.forEach((days, claim) ->
                byEnd.computeIfAbsent(days.last(), end -> new TreeMap<>()).put(days.first(), claim));
    }

    /** The latest claim for exactly these days. */
    Optional<Amount> stated(Days days) {
        return Optional.ofNullable(latest.get(days)).map(Amount::stated);
    }

    /** What the totals over o…end and over o…the day before the span imply for it, for the earliest o that has both. */
    Optional<Amount> implied(Days span) {
        var earlier = byEnd.getOrDefault(span.first().minusDays(1), new TreeMap<>());
        return byEnd.getOrDefault(span.last(), new TreeMap<>()).entrySet().stream()
                .filter(total -> earlier.containsKey(total.getKey()))
                .findFirst()
                .map(total -> Amount.implied(total.getValue(), earlier.get(total.getKey())));
    }

    /** The evidence for these days: what is stated, else what is implied. */
    Optional<Amount> evidence(Days days) {
        return stated(days).or(() -> implied(days));
    }
}
