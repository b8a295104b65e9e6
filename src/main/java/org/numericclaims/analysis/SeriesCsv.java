package org.numericclaims.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** A series as a table, a row for each point (RFC 4180). */
final class SeriesCsv {

    private static final List<String> HEADER = List.of(
            "claimant",
            "claimant_slug",
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

    /** With one of these at its beginning a spreadsheet takes a text for a formula. */
    private static final String FORMULA = "=+-@\t";

    private SeriesCsv() {}

    static String of(Series series) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
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
        return List.of(
                text(line.claimant()),
                text(line.claimantSlug()),
                point.claim().toString(),
                text(point.date()),
                text(point.period()),
                number(point.figure()),
                number(point.figureTo()),
                text(point.qualifier()),
                number(point.low()),
                number(point.high()),
                number(point.likelyLow()),
                number(point.likelyHigh()),
                String.valueOf(point.superseded()),
                point.status().name(),
                text(unit));
    }

    private static String text(String text) {
        if (text == null) {
            return "";
        }
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
