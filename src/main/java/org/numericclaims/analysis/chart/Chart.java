package org.numericclaims.analysis.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of figures by date, a line for each claimant, with what their words may mean as bands.
 *
 * @param key what makes the picture's ids its own on a page with several
 * @param unit of all figures, null where there are none
 * @param lines each with at least one point
 * @param note what else is to be said, empty for nothing
 */
public record Chart(String key, String title, String unit, List<ChartLine> lines, String note) {

    static final String EMPTY = "There are no claims to show.";

    /** The picture as an SVG document. */
    public String svg() {
        return new Drawing(this).draw();
    }

    /** The lines that are drawn: as many as can be told apart, those with the most claims. */
    List<ChartLine> drawn() {
        if (lines.size() <= Look.MOST_LINES) {
            return lines;
        }
        var most = lines.stream()
                .sorted(Comparator.comparing((ChartLine line) -> -line.points().size()))
                .limit(Look.MOST_LINES)
                .collect(Collectors.toSet());
        return lines.stream().filter(most::contains).toList();
    }

    /** What stands under the picture; empty for nothing. */
    String remarks() {
        var remarks = new ArrayList<String>();
        int missing = lines.size() - drawn().size();
        if (missing > 0) {
            remarks.add("Drawn are the " + Look.MOST_LINES + " claimants with the most claims; " + count(missing)
                    + " more are not.");
        }
        if (!note.isEmpty()) {
            remarks.add(note);
        }
        return String.join(" ", remarks);
    }

    /** The picture in words, for who does not see it. */
    String description() {
        if (lines.isEmpty()) {
            return (EMPTY + " " + remarks()).strip();
        }
        var points = lines.stream().flatMap(line -> line.points().stream()).toList();
        var dates = points.stream().map(ChartPoint::date).sorted().toList();
        return "Figures in " + unit + " by date, from " + dates.get(0) + " to " + dates.get(dates.size() - 1) + ". "
                + drawn().stream().map(Chart::inWords).collect(Collectors.joining(" "))
                + (" " + remarks()).stripTrailing();
    }

    private static String inWords(ChartLine line) {
        int claims = line.points().size();
        return line.name() + ": " + (claims == 1 ? "one claim, " : count(claims) + " claims, the latest ")
                + line.latest().label() + ".";
    }

    private static String count(int number) {
        return Axis.label(BigDecimal.valueOf(number));
    }
}
