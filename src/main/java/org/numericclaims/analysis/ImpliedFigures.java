package org.numericclaims.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.numericclaims.claim.ClaimRow;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Period;
import org.numericclaims.subject.SubjectKind;

/** What the running totals about one subject imply for a span, beside what is claimed for it. */
final class ImpliedFigures {

    private final About about;
    private final Period period;
    private final Days days;
    private final List<Statement> claimed;
    private final Map<UUID, ClaimView> views;

    ImpliedFigures(About about, Period period) {
        this.about = about;
        this.period = period;
        this.days = about.days(period).orElse(null);
        this.claimed = about.claims().stream()
                .filter(claim -> days != null && days.equals(claim.period()))
                .sorted(Totals.LATEST_LAST.reversed())
                .toList();
        this.views = ClaimRow.views(claimed.stream().map(Statement::id).toList());
    }

    Implied implied() {
        var items = new ArrayList<Implied.Item>();
        // what holds at a moment does not add up: its later figure less its earlier one is no figure for the time
        // between
        if (days != null && about.scope().kind() != SubjectKind.stock) {
            var names = Claimant.names(
                    about.claims().stream().map(Statement::claimant).toList());
            about.claims().stream()
                    .collect(Collectors.groupingBy(
                            claim -> List.of(claim.claimant(), claim.unit().base())))
                    .forEach((whose, claims) -> new Totals(claims)
                            .implied(days)
                            .ifPresent(amount ->
                                    items.add(item(names.get(claims.get(0).claimant()), amount))));
        }
        items.sort(Comparator.comparing(Implied.Item::claimant).thenComparing(Implied.Item::unit));
        return new Implied(about.subject().name, period.text(), items);
    }

    private Implied.Item item(String claimant, Amount amount) {
        var told = new Told(amount.unit());
        var logical = told.bounds(amount.logical());
        var likely = told.bounds(amount.likely());
        return new Implied.Item(
                claimant,
                true,
                Told.shortened(amount.figure()),
                logical.low(),
                logical.high(),
                likely.low(),
                likely.high(),
                amount.unit().name(),
                amount.ids(),
                claimed.stream().map(claim -> views.get(claim.id())).toList(),
                worst(amount));
    }

    private Verdict worst(Amount amount) {
        return claimed.stream()
                .filter(claim -> claim.unit().converts(amount.unit()))
                .map(claim -> Comparison.verdict(Relation.same, Amount.stated(claim), amount))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
