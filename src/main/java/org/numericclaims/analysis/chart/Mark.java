package org.numericclaims.analysis.chart;

/** The sign of one claim: a dot, a ring for what was replaced, a cross for what was taken back; arrows at open ends. */
record Mark(Svg svg, double x) {

    private static final double ARM = 4;
    private static final double LENGTH = Look.FADING * 0.8;

    void of(ChartPoint point, Plot plot) {
        svg.begin("g").words("title", point.label());
        if (point.logical().high() == null) {
            arrow(plot.y(point.highest()), -1);
        }
        if (point.logical().low() == null) {
            arrow(plot.y(point.lowest()), 1);
        }
        at(plot.y(point.figure()), point.standing());
        if (point.figureTo() != null) {
            at(plot.y(point.figureTo()), point.standing());
        }
        svg.end();
    }

    void at(double y, ChartPoint.Standing standing) {
        switch (standing) {
            case CURRENT -> svg.add("circle", "class", "dot", "cx", x, "cy", y, "r", 3);
            case SUPERSEDED -> svg.add("circle", "class", "ring", "cx", x, "cy", y, "r", 3.5);
            case RETRACTED ->
                path("M" + spot(-ARM, y - ARM) + "L" + spot(ARM, y + ARM) + "M" + spot(-ARM, y + ARM) + "L"
                        + spot(ARM, y - ARM));
        }
    }

    private void arrow(double y, int direction) {
        double tip = y + direction * LENGTH;
        double back = tip - direction * ARM;
        path("M" + spot(0, y) + "L" + spot(0, tip) + "M" + spot(-ARM, back) + "L" + spot(0, tip) + "L"
                + spot(ARM, back));
    }

    private void path(String path) {
        svg.add("path", "class", "arrow", "d", path);
    }

    private String spot(double aside, double y) {
        return LineDrawing.at(x + aside, y);
    }
}
