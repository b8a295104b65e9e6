package org.numericclaims.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.http.Csv;

/** Contradictions as a table, a row for each, with what is needed to cite both claims (RFC 4180). */
final class ContradictionsCsv {

    private static final List<String> CLAIM = List.of(
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
            "status");

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
            CLAIM.forEach(field -> header.add(side + field));
        }
        return header;
    }

    private static List<String> row(Contradiction contradiction) {
        var row = new ArrayList<String>();
        row.add(contradiction.verdict().name());
        row.add(contradiction.relation().name());
        row.add(Csv.number(contradiction.gap()));
        row.add(Csv.text(contradiction.unit()));
        row.add(Csv.text(contradiction.reason()));
        row.addAll(cells(contradiction.claim()));
        row.addAll(cells(contradiction.other()));
        return row;
    }

    private static List<String> cells(ClaimView claim) {
        return Arrays.asList(
                claim.id().toString(),
                Csv.text(claim.claimant()),
                Csv.text(claim.subject()),
                Csv.text(claim.date()),
                Csv.text(claim.period()),
                Csv.text(claim.figureText()),
                Csv.number(claim.figure()),
                Csv.number(claim.figureTo()),
                Csv.text(claim.qualifier()),
                Csv.text(claim.unit()),
                Csv.number(claim.low()),
                Csv.number(claim.high()),
                Csv.number(claim.likelyLow()),
                Csv.number(claim.likelyHigh()),
                Csv.text(claim.source()),
                Csv.text(claim.quote()),
                claim.status().name());
    }
}
