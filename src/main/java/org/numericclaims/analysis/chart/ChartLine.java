package org.numericclaims.analysis.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/** What one claimant said, in the order of its dates. */
public record ChartLine(String name, List<ChartPoint> points) {

    private static final int MOST_POINTS = 1_000;
    private static final int KEPT_IN_EACH = 4;

    /** The last of its points that is not retracted; the last of all where all are. */
    ChartPoint latest() {
        return points.stream()
                .filter(point -> point.standing() != ChartPoint.Standing.RETRACTED)
                .reduce((a, b) -> b)
                .orElseGet(() -> points.get(points.size() - 1));
    }

    /** The points to join, strand by strand: what was retracted is in none. */
    Collection<List<ChartPoint>> strands() {
        var strands = new LinkedHashMap<String, List<ChartPoint>>();
        for (var point : points) {
            if (point.standing() != ChartPoint.Standing.RETRACTED) {
                strands.computeIfAbsent(point.strand(), strand -> new ArrayList<>())
                        .add(point);
            }
        }
        return strands.values();
    }

    /** At most 1,000 of its points that look the same: the first, the last and the extremes of each column. */
    ChartLine thinned(Plot plot) {
        if (points.size() <= MOST_POINTS) {
            return this;
        }
        var columns = new TreeMap<Integer, List<ChartPoint>>();
        int most = MOST_POINTS / KEPT_IN_EACH;
        for (var point : points) {
            columns.computeIfAbsent(plot.column(point.date(), most), column -> new ArrayList<>())
                    .add(point);
        }
        return new ChartLine(
                name,
                columns.values().stream()
                        .flatMap(column -> outline(column).stream())
                        .toList());
    }

    private static List<ChartPoint> outline(List<ChartPoint> column) {
        var least =
                column.stream().min(Comparator.comparing(ChartPoint::figure)).orElseThrow();
        var most = column.stream().max(Comparator.comparing(ChartPoint::top)).orElseThrow();
        var kept = new LinkedHashSet<>(List.of(column.get(0), column.get(column.size() - 1)));
        kept.add(least);
        kept.add(most);
        return column.stream().filter(kept::contains).toList();
    }
}
