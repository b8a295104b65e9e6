package org.numericclaims.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.numericclaims.http.Csv;

/** A series as a table, a row for each point (RFC 4180). */
final class SeriesCsv {

    private static final List<String> HEADER = List.of(
            "claimant",
            "claimant_slug",
            "subject",
            "subject_slug",
            "claim",
            "date",
            "period",
            "figure",
            "figure_to",
            "qualifier",
            "low",
            "high",
            "likely_low",
            "likely_high",
            "superseded",
            "status",
            "unit");

    private SeriesCsv() {}

    static String of(Series series) {
        var text = new StringWriter();
        try (var csv = Csv.writer(text)) {
            csv.writeRecord(HEADER);
            for (var line : series.lines()) {
                for (var point : line.points()) {
                    csv.writeRecord(row(line, point, series.unit()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(Series.Line line, Series.Point point, String unit) {
        return Arrays.asList(
                Csv.text(line.claimant()),
                Csv.text(line.claimantSlug()),
                Csv.text(line.subject()),
                Csv.text(line.subjectSlug()),
                point.claim().toString(),
                Csv.text(point.date()),
                Csv.text(point.period()),
                Csv.number(point.figure()),
                Csv.number(point.figureTo()),
                Csv.text(point.qualifier()),
                Csv.number(point.low()),
                Csv.number(point.high()),
                Csv.number(point.likelyLow()),
                Csv.number(point.likelyHigh()),
                String.valueOf(point.superseded()),
                point.status().name(),
                Csv.text(unit));
    }
}
