package org.numericclaims.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.numericclaims.http.Parameters;

/**
 * The filter on the figure, and the four ways to read it: of the number, or of what its words allow.
 *
 * @param from the least that is asked for, null where there is none
 * @param to the most
 * @param match one of the four
 */
record FigureFilter(BigDecimal from, BigDecimal to, String match) {

    private static final String STATED = "stated";
    private static final List<String> MATCHES = List.of(STATED, "possible", "certain", "likely");

    /** The filter as it was asked; what is wrong with it goes to {@code parameters}. */
    static FigureFilter read(ClaimQuery asked, Parameters parameters) {
        var from = parameters.parsed("figure_gte", asked.figureGte, Parsed::number);
        var to = parameters.parsed("figure_lte", asked.figureLte, Parsed::number);
        if (from != null && to != null && from.compareTo(to) > 0) {
            parameters.senseless("figure_gte", "range_reversed", "'figure_gte' is above 'figure_lte'; swap them.");
        }
        if (asked.match != null && asked.figureGte == null && asked.figureLte == null) {
            parameters.misplaced("match", "'match' goes with 'figure_gte' or 'figure_lte' only.");
        }
        parameters.choice("match", asked.match, MATCHES);
        return new FigureFilter(from, to, asked.match == null ? STATED : asked.match);
    }

    boolean isEmpty() {
        return from == null && to == null;
    }

    /** The same filter with its numbers told in another unit. */
    FigureFilter told(UnaryOperator<BigDecimal> conversion) {
        return new FigureFilter(
                from == null ? null : conversion.apply(from), to == null ? null : conversion.apply(to), match);
    }

    Where apply(Where where) {
        if (from != null) {
            from(match, from, where);
        }
        if (to != null) {
            to(match, to, where);
        }
        return where;
    }

    private static void from(String match, BigDecimal least, Where where) {
        switch (match) {
            case "possible" -> where.and(reaches("c.high"), least, least);
            case "likely" -> where.and(reaches("c.likely_high"), least, least);
            case "certain" -> where.and("c.low >= ?", least);
            default -> where.and("c.figure >= ?", least);
        }
    }

    private static void to(String match, BigDecimal most, Where where) {
        switch (match) {
            case "possible" -> where.and(falls("c.low"), most, most);
            case "likely" -> where.and(falls("c.likely_low"), most, most);
            case "certain" -> where.and("c.high <= ?", most);
            // the first follows from the second, and has an index
            default -> where.and("c.figure <= ? and coalesce(c.figure_to, c.figure) <= ?", most, most);
        }
    }

    /** Something below that upper end, or the end itself where it is not left out, is as large as what is asked. */
    private static String reaches(String high) {
        return "(%1$s is null or %1$s > ? or %1$s = ? and not %1$s_open)".formatted(high);
    }

    private static String falls(String low) {
        return "(%1$s is null or %1$s < ? or %1$s = ? and not %1$s_open)".formatted(low);
    }
}
