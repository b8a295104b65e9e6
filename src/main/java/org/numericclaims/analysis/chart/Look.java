package org.numericclaims.analysis.chart;

/** The colours of a chart, on light and on dark: eight after Okabe and Ito (2008) that no colour-blind eye confuses. */
final class Look {

    static final int MOST_LINES = 40;

    /** How far a band goes on, in pixels, where it is open, and in how many steps it fades there. */
    static final double FADING = 40;

    static final int STRIPS = 5;

    private static final String[] ON_LIGHT = {
        "#0072b2", "#d55e00", "#00805f", "#b5538c", "#a66f00", "#2a8fc7", "#54595f", "#857a00"
    };
    private static final String[] ON_DARK = {
        "#56b4e9", "#ff8a3d", "#2bc79a", "#e39ac3", "#e6a61f", "#8fd0f5", "#d0d4d9", "#f0e442"
    };
    private static final String[] DASHES = {"none", "7 3", "2 3", "9 3 2 3", "14 4"};

    private Look() {}

    static String colour(int line) {
        return "c" + line % ON_LIGHT.length;
    }

    /** Beyond eight lines the colours come again, with other dashes. */
    static String dashes(int line) {
        return DASHES[line / ON_LIGHT.length % DASHES.length];
    }

    static String css() {
        return """
                .claims-chart { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
                .claims-chart .heading { font-size: 17px; font-weight: 600; }
                .claims-chart .line { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
                .claims-chart .dot { fill: currentColor; }
                .claims-chart .arrow { fill: none; stroke: currentColor; stroke-width: 1.4; }
                .claims-chart .grid { fill: none; stroke-width: 1; }
                .claims-chart .axis { fill: none; stroke-width: 1; }
                .claims-chart .ring { stroke: currentColor; stroke-width: 1.4; }
                .claims-chart .likely { fill: currentColor; fill-opacity: .3; }
                .claims-chart .logical { fill: currentColor; fill-opacity: .14; }
                .claims-chart .fade0 { fill: currentColor; fill-opacity: .3; }
                .claims-chart .fade1 { fill: currentColor; fill-opacity: .22; }
                .claims-chart .fade2 { fill: currentColor; fill-opacity: .15; }
                .claims-chart .fade3 { fill: currentColor; fill-opacity: .1; }
                .claims-chart .fade4 { fill: currentColor; fill-opacity: .05; }
                """ + theme("", "#ffffff", "#1b1f24", "#59636e", "#e4e7eb", ON_LIGHT)
                + "@media (prefers-color-scheme: dark) {\n"
                + theme("  ", "#14171b", "#eef1f4", "#a3adb8", "#2b3138", ON_DARK) + "}\n";
    }

    private static String theme(String indent, String paper, String ink, String soft, String grid, String[] colours) {
        var css = new StringBuilder();
        css.append(rule(indent, "paper, .claims-chart .ring", "fill", paper));
        css.append(rule(indent, "ink", "fill", ink));
        css.append(rule(indent, "soft", "color", soft)).append(rule(indent, "soft text", "fill", soft));
        css.append(rule(indent, "grid", "stroke", grid)).append(rule(indent, "axis", "stroke", soft));
        for (int i = 0; i < colours.length; i++) {
            css.append(rule(indent, "c" + i, "color", colours[i]));
        }
        return css.toString();
    }

    private static String rule(String indent, String what, String property, String value) {
        return indent + ".claims-chart ." + what + " { " + property + ": " + value + "; }\n";
    }
}
