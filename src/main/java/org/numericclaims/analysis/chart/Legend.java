package org.numericclaims.analysis.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says whose line is which, and what the bands and marks mean that the picture has. */
final class Legend {

    static final double ROW = 20;

    private static final double SWATCH = 26;
    private static final double GAP = 24;
    private static final double SIZE = 12;

    /** Beyond so many lines a long name is cut rather than given a row of its own. */
    private static final int FEW = 3;

    private final List<ChartLine> lines;
    private final Set<String> signs;
    private final double left;
    private final double column;
    private final int columns;

    Legend(List<ChartLine> lines, double left, double right) {
        this.lines = lines;
        this.left = left;
        double widest = lines.stream()
                .mapToDouble(line -> Lettering.width(line.name(), SIZE))
                .max()
                .orElse(0);
        double room = right - left;
        columns = Math.max(lines.size() > FEW ? 3 : 1, (int) (room / (SWATCH + widest + GAP)));
        column = room / columns;
        signs = signs(lines.stream().flatMap(line -> line.points().stream()).toList());
    }

    private static Set<String> signs(List<ChartPoint> points) {
        var signs = new ArrayList<String>(List.of("likely", "logical"));
        add(signs, "open", points, ChartPoint::isOpen);
        add(signs, "superseded", points, point -> point.standing() == ChartPoint.Standing.SUPERSEDED);
        add(signs, "retracted", points, point -> point.standing() == ChartPoint.Standing.RETRACTED);
        return signs.stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void add(List<String> signs, String sign, List<ChartPoint> points, Predicate<ChartPoint> has) {
        if (points.stream().anyMatch(has)) {
            signs.add(sign);
        }
    }

    /** How high it is, in pixels. */
    double height() {
        return lines.isEmpty() ? 0 : ROW * ((lines.size() + columns - 1) / columns + 1);
    }

    void draw(Svg svg, double top) {
        for (int i = 0; i < lines.size(); i++) {
            double x = left + i % columns * column;
            double y = top + ROW * (i / columns) + ROW / 2;
            var name = lines.get(i).name();
            var shown = Lettering.cut(name, SIZE, column - SWATCH - GAP / 2);
            svg.begin("g", "class", Look.colour(i));
            svg.words("title", name);
            svg.add(
                    "path",
                    "class",
                    "line",
                    "stroke-dasharray",
                    Look.dashes(i),
                    "d",
                    "M%s,%sh18".formatted(Svg.pixels(x), Svg.pixels(y)));
            new Mark(svg, x + 9).at(y, ChartPoint.Standing.CURRENT);
            svg.words("text", shown, "class", "ink", "x", x + SWATCH, "y", y + 4);
            svg.end();
        }
        if (!lines.isEmpty()) {
            signs(svg, top + height() - ROW / 2);
        }
    }

    private void signs(Svg svg, double y) {
        double x = left;
        for (var sign : signs) {
            svg.begin("g", "class", "soft");
            sign(svg, sign, x, y);
            var words = words(sign);
            svg.words("text", words, "class", "soft", "x", x + SWATCH, "y", y + 4);
            svg.end();
            x += SWATCH + Lettering.width(words, SIZE) + GAP;
        }
    }

    private static void sign(Svg svg, String sign, double x, double y) {
        switch (sign) {
            case "superseded" -> new Mark(svg, x + 9).at(y, ChartPoint.Standing.SUPERSEDED);
            case "retracted" -> new Mark(svg, x + 9).at(y, ChartPoint.Standing.RETRACTED);
            case "open" -> {
                for (int i = 0; i < Look.STRIPS; i++) {
                    svg.add("rect", "class", "fade" + i, "x", x, "y", y + 4 - 3.0 * i, "width", 18, "height", 3);
                }
            }
            default -> svg.add("rect", "class", sign, "x", x, "y", y - 6, "width", 18, "height", 12);
        }
    }

    private static String words(String sign) {
        return switch (sign) {
            case "likely" -> "likely bounds";
            case "logical" -> "logical bounds";
            case "open" -> "open: no end stated";
            case "superseded" -> "superseded";
            default -> "retracted";
        };
    }
}
