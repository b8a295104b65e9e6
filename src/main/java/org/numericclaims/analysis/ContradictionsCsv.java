package org.numericclaims.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.claim.ClaimField;
import org.numericclaims.http.Csv;

/** Contradictions as a table, a row for each, with what is needed to cite both claims (RFC 4180). */
final class ContradictionsCsv {

    private static final List<ClaimField> CLAIM = Stream.of(
                    "id",
                    "claimant",
                    "subject",
                    "date",
                    "period",
                    "figure_text",
                    "figure",
                    "figure_to",
                    "qualifier",
                    "unit",
                    "low",
                    "high",
                    "likely_low",
                    "likely_high",
                    "source",
                    "quote",
                    "status")
            .map(ClaimField::named)
            .toList();

    private ContradictionsCsv() {}

    static void write(Stream<Contradiction> contradictions, OutputStream out) throws IOException {
        var csv = Csv.writer(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header());
        for (var contradiction : (Iterable<Contradiction>) contradictions::iterator) {
            csv.writeRecord(row(contradiction));
        }
        csv.flush();
    }

    private static List<String> header() {
        var header = new ArrayList<>(List.of("verdict", "relation", "gap", "unit", "reason"));
        for (var side : List.of("claim_", "other_")) {
            CLAIM.forEach(field -> header.add(side + field.name()));
        }
        return header;
    }

    private static List<String> row(Contradiction contradiction) {
        var row = new ArrayList<>(List.of(
                contradiction.verdict().name(),
                contradiction.relation().name(),
                Csv.number(contradiction.gap()),
                Csv.text(contradiction.unit()),
                Csv.text(contradiction.reason())));
        for (var claim : List.of(contradiction.claim(), contradiction.other())) {
            CLAIM.forEach(field -> row.add(Csv.cell(field.of(claim))));
        }
        return row;
    }
}
