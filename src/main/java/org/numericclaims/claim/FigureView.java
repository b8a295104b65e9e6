package org.numericclaims.claim;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.figure.words.Reading;

/** A figure that was read from words, with its bounds and the words around it. */
@Schema(name = "ReadFigure", description = "A figure read from words; before + text + after is what was sent.")
record FigureView(
        @Schema(description = "The number, multiplied out.", examples = "1000000")
        BigDecimal figure,

        @Schema(nullable = true, description = "The upper end, only with 'between'.")
        BigDecimal figureTo,

        @Schema(description = "How it was stated. More may come.", examples = "almost")
        String qualifier,

        @Schema(nullable = true, description = "What it was rounded to, where the digits alone don't show it.")
        BigDecimal roundedTo,

        @Schema(nullable = true, description = "The least that the words allow; null is open.", examples = "800000")
        BigDecimal low,

        @Schema(nullable = true, description = "The most that the words allow; null is open.", examples = "999999")
        BigDecimal high,

        @Schema(nullable = true, description = "The least that a reader would take it to mean.", examples = "900000")
        BigDecimal likelyLow,

        @Schema(nullable = true, description = "The most that a reader would take it to mean.", examples = "999999")
        BigDecimal likelyHigh,

        @Schema(
                nullable = true,
                description = "What the words name, else the request's, else null.",
                examples = "people")
        String unit,

        @Schema(description = "The words of the figure.", examples = "almost a million")
        String text,

        @Schema(description = "What stands before them.", examples = "He spoke of ")
        String before,

        @Schema(description = "What stands after them; post it to read the next figure.", examples = " people.")
        String after) {

    static FigureView of(Reading reading, Figure figure, Unit unit) {
        boolean count = unit != null && unit.isCount();
        var logical = figure.logical(count);
        var likely = figure.likely(count);
        return new FigureView(
                figure.value(),
                figure.to(),
                figure.qualifier().code(),
                figure.roundedTo(),
                logical.low(),
                logical.high(),
                likely.low(),
                likely.high(),
                unit == null ? null : unit.name(),
                reading.text(),
                reading.before(),
                reading.after());
    }
}
