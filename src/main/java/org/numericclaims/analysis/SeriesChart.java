package org.numericclaims.analysis;

import java.math.BigDecimal;
import org.numericclaims.analysis.chart.Chart;
import org.numericclaims.analysis.chart.ChartLine;
import org.numericclaims.analysis.chart.ChartPoint;
import org.numericclaims.analysis.chart.ChartPoint.Reach;
import org.numericclaims.analysis.chart.ChartPoint.Standing;
import org.numericclaims.claim.ClaimStatus;
import org.numericclaims.figure.PartialDate;

/** A series as a picture: joined are the claims of a claimant whose periods begin together, or are each a year. */
record SeriesChart(Series series) {

    private static final String RANGE = "/";

    Chart chart() {
        int missing = series.leftOut();
        var note = missing == 0
                ? ""
                : (missing == 1 ? "One claim is" : Told.digits(BigDecimal.valueOf(missing)) + " claims are")
                        + " left out: not in " + series.unit() + ", and not to be converted.";
        var lines = series.lines().stream()
                .map(line -> new ChartLine(
                        name(line), line.points().stream().map(this::point).toList()))
                .toList();
        var key = Integer.toHexString(series.subject().hashCode());
        return new Chart(key, series.subject(), series.unit(), lines, note);
    }

    private String name(Series.Line line) {
        return line.subject().equals(series.subject()) ? line.claimant() : line.claimant() + ": " + line.subject();
    }

    private ChartPoint point(Series.Point point) {
        return new ChartPoint(
                PartialDate.parse(point.date()).last(),
                strand(point.period()),
                point.figure(),
                point.figureTo(),
                new Reach(point.low(), point.high()),
                new Reach(point.likelyLow(), point.likelyHigh()),
                standing(point),
                label(point));
    }

    /** A figure of one year among running totals is no fall: it is not joined with them. */
    private static String strand(String period) {
        if (period == null) {
            return "";
        }
        int end = period.indexOf(RANGE);
        return end < 0 ? "each of " + period.length() : period.substring(0, end);
    }

    private static Standing standing(Series.Point point) {
        if (point.status() == ClaimStatus.retracted) {
            return Standing.RETRACTED;
        }
        return point.superseded() ? Standing.SUPERSEDED : Standing.CURRENT;
    }

    private String label(Series.Point point) {
        var standing = switch (standing(point)) {
            case CURRENT -> "";
            case SUPERSEDED -> ", replaced by a newer figure";
            case RETRACTED -> ", taken back";
        };
        return stated(point) + " " + series.unit() + (point.period() == null ? "" : " for " + point.period())
                + ", said " + point.date() + standing;
    }

    private static String stated(Series.Point point) {
        var figure = Told.digits(point.figure());
        return switch (point.qualifier()) {
            case "plain" -> figure;
            case "between" -> figure + " to " + Told.digits(point.figureTo());
            default -> point.qualifier().replace('_', ' ') + " " + figure;
        };
    }
}
