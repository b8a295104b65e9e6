package org.numericclaims.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numericclaims.figure.Days;

/** One claimant's claims about one subject, and what his running totals imply for a span. */
final class OracleTotals {

    private final Topic topic;
    private final List<Told> claims;

    /** The claims must stand and not be comparative. */
    OracleTotals(Topic topic, List<Told> claims) {
        this.topic = topic;
        this.claims = claims;
    }

    /** His latest claim for exactly these days. */
    Optional<Told> claimed(Days days) {
        return Oracle.latest(claims.stream()
                .filter(told -> told.days().filter(days::equals).isPresent())
                .toList());
    }

    /** What the totals up to the last day, less those up to the day before the first, come to. */
    Optional<OracleEvidence> implied(Days span) {
        if (topic.kind().equals("stock") || span.first().equals(LocalDate.of(1, 1, 1))) {
            return Optional.empty();
        }
        return origins()
                .filter(origin -> origin.isBefore(span.first()))
                .map(origin -> difference(origin, span))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** His latest claim for exactly that, else what his running totals imply for it. */
    Optional<OracleEvidence> evidence(Days days) {
        return claimed(days).map(OracleEvidence::of).or(() -> implied(days));
    }

    private Optional<OracleEvidence> difference(LocalDate origin, Days span) {
        var later = claimed(new Days(origin, span.last()));
        var earlier = claimed(new Days(origin, span.first().minusDays(1)));
        return later.isEmpty()
                        || earlier.isEmpty()
                        || !later.get().unit().converts(earlier.get().unit())
                ? Optional.empty()
                : Optional.of(OracleEvidence.difference(later.get(), earlier.get()));
    }

    private Stream<LocalDate> origins() {
        return claims.stream()
                .flatMap(told -> told.days().stream())
                .map(Days::first)
                .distinct()
                .sorted(Comparator.naturalOrder());
    }
}
