package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.numericclaims.appearance.IndependentSources;
import org.numericclaims.claim.ClaimRow;
import org.numericclaims.figure.Bounds;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Ids;

/** The latest claim of each claimant about one subject, and all the claims that they are chosen from. */
final class LatestClaims {

    private static final int MOST_CLAIMANTS = 100;

    private final About about;
    private final Period period;
    private final List<Statement> drawnOn;

    /** Those for exactly that period and said by that date, where these are not null. */
    LatestClaims(About about, Period period, PartialDate until) {
        this.about = about;
        this.period = period;
        var days = Optional.ofNullable(period).flatMap(about::days);
        this.drawnOn = about.claims().stream()
                .filter(claim -> until == null || !claim.said().last().isAfter(until.last()))
                .filter(claim ->
                        period == null || days.isPresent() && days.get().equals(claim.period()))
                .toList();
    }

    SideBySide sideBySide() {
        var latest = latest();
        var views = ClaimRow.views(latest.stream().map(Statement::id).toList());
        var shown = latest.stream()
                .sorted(Comparator.comparing(
                                (Statement claim) -> views.get(claim.id()).claimant())
                        .thenComparing(Statement::id, Ids.ORDER))
                .toList();
        var unit = mostUsed(shown);
        var envelope = unit == null ? null : envelope(shown, unit);
        return new SideBySide(
                about.subject().name,
                period == null ? null : period.text(),
                true,
                envelope == null ? null : envelope.low(),
                envelope == null ? null : envelope.high(),
                shown.stream().map(claim -> views.get(claim.id())).toList(),
                unit == null ? null : unit.name(),
                pairs(shown),
                drawnOn.size(),
                latest.size(),
                IndependentSources.of(drawnOn.stream().map(Statement::id).toList()));
    }

    private List<Statement> latest() {
        Map<UUID, Statement> latest = drawnOn.stream()
                .collect(Collectors.toMap(
                        Statement::claimant, claim -> claim, (a, b) -> Totals.LATEST_LAST.compare(a, b) >= 0 ? a : b));
        if (latest.size() > MOST_CLAIMANTS) {
            throw Problems.of(
                    422,
                    "too_many_claimants",
                    "More than " + MOST_CLAIMANTS + " claimants: narrow it by period or date_lte.");
        }
        return List.copyOf(latest.values());
    }

    /** The unit that most of them have; of several the first by name. */
    private static Unit mostUsed(List<Statement> claims) {
        return claims.stream()
                .collect(Collectors.groupingBy(Statement::unit, Collectors.counting()))
                .entrySet()
                .stream()
                .min(Comparator.comparing((Map.Entry<Unit, Long> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Bounds envelope(List<Statement> claims, Unit unit) {
        var around = claims.stream()
                .filter(claim -> claim.unit().converts(unit))
                .map(Statement::logical)
                .reduce(Interval::around)
                .orElseThrow();
        return new Told(unit).bounds(around);
    }

    private static List<SideBySide.Pair> pairs(List<Statement> claims) {
        var pairs = new ArrayList<SideBySide.Pair>();
        for (int a = 0; a < claims.size(); a++) {
            for (int b = a + 1; b < claims.size(); b++) {
                pairs.add(SideBySide.Pair.of(Rivalry.of(claims.get(a), claims.get(b))));
            }
        }
        return pairs;
    }
}
