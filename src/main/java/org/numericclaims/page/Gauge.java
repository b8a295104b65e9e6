package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An axis on which the figures and bounds of claims in one unit are drawn below each other. */
@TemplateData
public class Gauge {

    private static final List<String> NUMBERS =
            List.of("figure", "figure_to", "low", "high", "likely_low", "likely_high");
    private static final double MARGIN = 0.12;
    private static final double WHOLE = 100;
    private static final double LEAST = 0.6;

    private final Object unit;
    private final double from;
    private final double width;

    private Gauge(Object unit, double from, double width) {
        this.unit = unit;
        this.from = from;
        this.width = width;
    }

    /**
     * Where the bounds of one claim lie on the axis, in hundredths of its length; open ends go on to the axis' own.
     *
     * @param figure where the stated number lies
     */
    @TemplateData
    public record Bar(Span logical, Span likely, double figure, boolean openLow, boolean openHigh) {

        /** Where it stands, as SVG has it. */
        public String at() {
            return percent(figure);
        }
    }

    /** From one place to another. */
    @TemplateData
    public record Span(double from, double to) {

        public String x() {
            return percent(from);
        }

        /** Its length, at least so much that it is seen. */
        public String width() {
            return percent(Math.max(LEAST, to - from));
        }
    }

    /** The axis that shows those of the claims that are in that unit, null for none, with room where they are open. */
    static Gauge of(Object unit, Collection<Map<String, Object>> claims) {
        var numbers = claims.stream()
                .filter(claim -> Objects.equals(claim.get("unit"), unit))
                .flatMap(claim -> NUMBERS.stream().map(claim::get))
                .flatMap(number -> number == null ? Stream.empty() : Stream.of(number(number)))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        double low = numbers.getMin();
        double high = numbers.getMax();
        double room = high > low ? (high - low) * MARGIN : Math.max(1, Math.abs(high)) * MARGIN;
        return new Gauge(unit, low - room, high - low + 2 * room);
    }

    /** Whether that claim can be drawn on it. */
    public boolean draws(Map<String, Object> claim) {
        return Objects.equals(claim.get("unit"), unit);
    }

    /** How that claim is drawn. */
    public Bar bar(Map<String, Object> claim) {
        return new Bar(
                span(claim.get("low"), claim.get("high")),
                span(claim.get("likely_low"), claim.get("likely_high")),
                place(claim.get("figure")),
                claim.get("low") == null,
                claim.get("high") == null);
    }

    private Span span(Object low, Object high) {
        return new Span(low == null ? 0 : place(low), high == null ? WHOLE : place(high));
    }

    private double place(Object number) {
        return (number(number) - from) / width * WHOLE;
    }

    private static double number(Object number) {
        return new BigDecimal(number.toString()).doubleValue();
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }
}
