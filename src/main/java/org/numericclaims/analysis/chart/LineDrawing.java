package org.numericclaims.analysis.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Draws one line: its bounds as bands that fade where they are open, its figures, and a mark for each that matters. */
final class LineDrawing {

    private static final int FEW = 40;
    private static final double HALF_WIDTH = 5;
    private static final double STRIP = Look.FADING / Look.STRIPS;

    private final Svg svg;
    private final Plot plot;
    private final String dashes;

    /** A place on the picture; for one open to a side, how it goes on there. */
    private record Spot(double x, ChartPoint point) {}

    LineDrawing(Svg svg, Plot plot, String dashes) {
        this.svg = svg;
        this.plot = plot;
        this.dashes = dashes;
    }

    void bands(ChartLine line) {
        for (var strand : line.strands()) {
            var spots = spots(strand);
            band(spots, "logical", p -> y(p.lowest()), p -> y(p.highest()));
            band(spots, "likely", p -> y(p.likelyLow()), p -> y(p.likelyHigh()));
            fading(spots, p -> p.logical().high() == null, ChartPoint::highest, -STRIP);
            fading(spots, p -> p.logical().low() == null, ChartPoint::lowest, STRIP);
        }
    }

    /** A point alone gets some width, so that its bounds can be seen. */
    private List<Spot> spots(List<ChartPoint> strand) {
        if (strand.size() > 1) {
            return strand.stream().map(p -> new Spot(plot.x(p.date()), p)).toList();
        }
        double x = plot.x(strand.get(0).date());
        return List.of(new Spot(x - HALF_WIDTH, strand.get(0)), new Spot(x + HALF_WIDTH, strand.get(0)));
    }

    private void band(
            List<Spot> spots, String kind, ToDoubleFunction<ChartPoint> low, ToDoubleFunction<ChartPoint> high) {
        var edge = new ArrayList<String>();
        spots.forEach(spot -> edge.add(at(spot.x(), high.applyAsDouble(spot.point()))));
        var back = new ArrayList<>(spots);
        Collections.reverse(back);
        back.forEach(spot -> edge.add(at(spot.x(), low.applyAsDouble(spot.point()))));
        svg.add("polygon", "class", kind, "points", String.join(" ", edge));
    }

    private void fading(
            List<Spot> spots,
            Function<ChartPoint, Boolean> isOpen,
            Function<ChartPoint, BigDecimal> end,
            double strip) {
        if (spots.stream().noneMatch(spot -> isOpen.apply(spot.point()))) {
            return;
        }
        for (int i = 0; i < Look.STRIPS; i++) {
            double near = i * strip;
            double far = near + strip;
            band(
                    spots,
                    "fade" + i,
                    p -> y(end.apply(p)) + (isOpen.apply(p) ? near : 0),
                    p -> y(end.apply(p)) + (isOpen.apply(p) ? far : 0));
        }
    }

    void figures(ChartLine line) {
        for (var strand : line.strands()) {
            stroke(strand, ChartPoint::figure);
            if (strand.stream().anyMatch(point -> point.figureTo() != null)) {
                stroke(strand, ChartPoint::top);
            }
        }
        boolean few = line.points().size() <= FEW;
        long open = line.points().stream().filter(ChartPoint::isOpen).count();
        for (var point : line.points()) {
            double x = plot.x(point.date());
            if (point.figureTo() != null) {
                svg.add(
                        "path",
                        "class",
                        "line",
                        "d",
                        "M" + at(x, y(point.figure())) + "V" + Svg.pixels(y(point.top())));
            }
            if (few || open <= FEW && point.isOpen() || point.standing() != ChartPoint.Standing.CURRENT) {
                new Mark(svg, x).of(point, plot);
            }
        }
    }

    private void stroke(List<ChartPoint> strand, Function<ChartPoint, BigDecimal> figure) {
        if (strand.size() > 1) {
            var places = strand.stream()
                    .map(point -> at(plot.x(point.date()), y(figure.apply(point))))
                    .toList();
            svg.add("polyline", "class", "line", "stroke-dasharray", dashes, "points", String.join(" ", places));
        }
    }

    private double y(BigDecimal number) {
        return plot.y(number);
    }

    static String at(double x, double y) {
        return Svg.pixels(x) + "," + Svg.pixels(y);
    }
}
