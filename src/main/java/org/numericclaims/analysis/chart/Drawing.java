package org.numericclaims.analysis.chart;

import java.util.List;

/** Lays a chart out from top to bottom - heading, plot, legend, remarks - and draws it. */
final class Drawing {

    private static final double WIDTH = 960;
    private static final double EDGE = 20;
    private static final double HALF_A_DATE = 36;
    private static final double PLOT_HEIGHT = 360;
    private static final double HEADING = 17;
    private static final double ROW = 24;
    private static final double SIZE = 12;

    private final Svg svg = new Svg();
    private final Chart chart;
    private final List<ChartLine> lines;
    private final List<String> heading;
    private final Plot plot;
    private final Legend legend;

    Drawing(Chart chart) {
        this.chart = chart;
        heading = Lettering.wrapped(chart.title(), HEADING, WIDTH - 2 * EDGE);
        var drawn = chart.drawn();
        var points = drawn.stream().flatMap(line -> line.points().stream()).toList();
        var figures = Axis.of(points);
        double labels = figures.ticks().stream()
                .mapToDouble(tick -> Lettering.width(Axis.label(tick), SIZE))
                .max()
                .orElse(0);
        double left = EDGE + labels + 12;
        double top = EDGE + ROW * heading.size() + 32;
        plot = new Plot(figures, DateAxis.of(points), left, top, WIDTH - HALF_A_DATE - left, PLOT_HEIGHT);
        lines = drawn.stream().map(line -> line.thinned(plot)).toList();
        legend = new Legend(lines, EDGE, WIDTH - EDGE);
    }

    String draw() {
        double bottom = lines.isEmpty() ? plot.top() : plot.bottom() + 56;
        double height = bottom + legend.height() + (chart.remarks().isEmpty() ? 0 : ROW) + EDGE;
        begin(height);
        words();
        if (lines.isEmpty()) {
            svg.words("text", Chart.EMPTY, "class", "ink", "x", EDGE, "y", plot.top() - 8);
        } else {
            axes();
            lines();
            legend.draw(svg, bottom);
        }
        svg.words("text", chart.remarks(), "class", "ink", "x", EDGE, "y", height - EDGE);
        return svg.end().toString();
    }

    private void begin(double height) {
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "claims-chart",
                "viewBox",
                "0 0 %s %s".formatted(Svg.pixels(WIDTH), Svg.pixels(height)),
                "width",
                WIDTH,
                "height",
                height,
                "role",
                "img",
                "aria-labelledby",
                id("title") + " " + id("desc"));
        svg.words("title", chart.title(), "id", id("title"));
        svg.words("desc", chart.description(), "id", id("desc"));
        svg.words("style", Look.css());
        svg.add("rect", "class", "paper", "width", WIDTH, "height", height);
    }

    private void words() {
        for (int i = 0; i < heading.size(); i++) {
            svg.words("text", heading.get(i), "class", "ink heading", "x", EDGE, "y", EDGE + 14 + ROW * i);
        }
    }

    private void axes() {
        svg.begin("g", "class", "soft");
        for (var tick : plot.figures().ticks()) {
            double y = plot.y(tick);
            svg.add(
                    "path",
                    "class",
                    "grid",
                    "d",
                    "M%s,%sH%s".formatted(Svg.pixels(plot.left()), Svg.pixels(y), Svg.pixels(plot.right())));
            svg.words("text", Axis.label(tick), "text-anchor", "end", "x", plot.left() - 10, "y", y + 4);
        }
        for (var tick : plot.dates().ticks()) {
            double x = plot.x(tick.day());
            svg.add("path", "class", "axis", "d", "M%s,%sv6".formatted(Svg.pixels(x), Svg.pixels(plot.bottom())));
            svg.words("text", tick.label(), "text-anchor", "middle", "x", x, "y", plot.bottom() + 20);
        }
        svg.add(
                "path",
                "class",
                "axis",
                "d",
                "M%s,%sV%sH%s"
                        .formatted(
                                Svg.pixels(plot.left()),
                                Svg.pixels(plot.top()),
                                Svg.pixels(plot.bottom()),
                                Svg.pixels(plot.right())));
        svg.words("text", chart.unit(), "x", EDGE, "y", plot.top() - 14);
        svg.words("text", "date of the claim", "text-anchor", "end", "x", plot.right(), "y", plot.bottom() + 38);
        svg.end();
    }

    private void lines() {
        svg.begin("clipPath", "id", id("plot"))
                .add("rect", "x", plot.left(), "y", plot.top(), "width", plot.width(), "height", plot.height())
                .end();
        svg.begin("g", "clip-path", "url(#" + id("plot") + ")");
        for (int i = 0; i < lines.size(); i++) {
            svg.begin("g", "class", Look.colour(i));
            new LineDrawing(svg, plot, Look.dashes(i)).bands(lines.get(i));
            svg.end();
        }
        svg.end();
        for (int i = 0; i < lines.size(); i++) {
            svg.begin("g", "class", Look.colour(i));
            new LineDrawing(svg, plot, Look.dashes(i)).figures(lines.get(i));
            svg.end();
        }
    }

    private String id(String part) {
        return "chart-" + chart.key() + "-" + part;
    }
}
