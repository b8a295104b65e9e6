package org.numericclaims.claim;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a new claim's row, other than when it was recorded, for statements that write many. */
final class ClaimColumns {

    record Column(String name, Function<Claim, Object> of) {}

    static final List<Column> ALL = List.of(
            new Column("id", claim -> claim.id),
            new Column("claimant_id", claim -> claim.claimantId),
            new Column("subject_id", claim -> claim.subjectId),
            new Column("source_id", claim -> claim.sourceId),
            new Column("figure", claim -> claim.figure),
            new Column("figure_to", claim -> claim.figureTo),
            new Column("best", claim -> claim.best),
            new Column("qualifier", claim -> claim.qualifier),
            new Column("rounded_to", claim -> claim.roundedTo),
            new Column("figure_text", claim -> claim.figureText),
            new Column("low", claim -> claim.low),
            new Column("low_open", claim -> claim.lowOpen),
            new Column("high", claim -> claim.high),
            new Column("high_open", claim -> claim.highOpen),
            new Column("likely_low", claim -> claim.likelyLow),
            new Column("likely_low_open", claim -> claim.likelyLowOpen),
            new Column("likely_high", claim -> claim.likelyHigh),
            new Column("likely_high_open", claim -> claim.likelyHighOpen),
            new Column("rule", claim -> claim.rule),
            new Column("unit", claim -> claim.unit),
            new Column("relayed_by", claim -> claim.relayedBy),
            new Column("date", claim -> claim.date),
            new Column("date_start", claim -> claim.dateStart),
            new Column("date_end", claim -> claim.dateEnd),
            new Column("period", claim -> claim.period),
            new Column("period_start", claim -> claim.periodStart),
            new Column("period_end", claim -> claim.periodEnd),
            new Column("quote", claim -> claim.quote),
            new Column("part_of", claim -> claim.partOf),
            new Column("supersedes", claim -> claim.supersedes),
            new Column("baseline_subject_id", claim -> claim.baselineSubjectId),
            new Column("baseline_period", claim -> claim.baselinePeriod),
            new Column("note", claim -> claim.note),
            new Column("status", claim -> claim.status),
            new Column("version", claim -> claim.version));

    static final String NAMES = ALL.stream().map(Column::name).collect(Collectors.joining(", "));

    private ClaimColumns() {}
}
