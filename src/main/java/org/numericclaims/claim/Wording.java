package org.numericclaims.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.figure.words.FigureReader;
import org.numericclaims.figure.words.Reading;
import org.numericclaims.figure.words.UnitHint;
import org.numericclaims.http.Fields;

/** How the words and the numbers of one claim go together; numbers that were sent always count. */
final class Wording {

    static final int LIMIT = 300;

    /** The fields that words give. */
    static final List<String> NUMBERS = List.of("figure", "figure_to", "qualifier", "rounded_to");

    private Wording() {}

    /**
     * The figure of a body, of its numbers or where there is no {@code figure} of its words; null where that is
     * refused.
     *
     * @param words its figure_text, null where there is none
     * @param unit null where it was refused
     */
    static Figure figure(Fields body, String words, Unit unit) {
        var value = body.number("figure");
        var to = body.number("figure_to");
        var best = body.number("best");
        var qualifier = body.coded("qualifier", Qualifier::of, codes());
        var roundedTo = body.number("rounded_to");
        if (words == null && !body.has("figure") && !body.has("figure_text")) {
            body.senseless("figure", "required", "Send 'figure', or a 'figure_text' to read it from.");
        }
        if (unit == null || value == null && (words == null || body.has("figure"))) {
            return null;
        }
        if (value != null) {
            return checked(body, unit, new Figure(value, to, best, qualifier.orElse(null), roundedTo));
        }
        return read(words, unit, body)
                .map(reading -> merged(body, reading, new Numbers(to, qualifier, roundedTo), best))
                .map(figure -> checked(body, unit, figure))
                .orElse(null);
    }

    /** Whether the words, where they can be read in that unit, give the numbers of this figure. */
    static boolean says(String words, Unit unit, Figure figure) {
        try {
            var reading = whole(words, unit);
            return same(figure, figure(reading, figure.best(), reading.roundedTo()));
        } catch (Unreadable e) {
            return false;
        }
    }

    /** Whether the two state the same number in the same way. */
    static boolean same(Figure a, Figure b) {
        return a.value().compareTo(b.value()) == 0
                && Objects.equals(a.to(), b.to())
                && a.qualifier() == b.qualifier()
                && Objects.equals(a.roundedTo(), b.roundedTo());
    }

    private record Numbers(BigDecimal to, Optional<Qualifier> qualifier, BigDecimal roundedTo) {

        /** Whether the words say something else; what they are silent about is no contradiction. */
        boolean contradict(Reading reading) {
            return to != null && (reading.figureTo() == null || to.compareTo(reading.figureTo()) != 0)
                    || qualifier.isPresent() && qualifier.get() != reading.qualifier()
                    || roundedTo != null
                            && reading.roundedTo() != null
                            && roundedTo.compareTo(reading.roundedTo()) != 0;
        }
    }

    private static Figure merged(Fields body, Reading reading, Numbers sent, BigDecimal best) {
        if (sent.contradict(reading)) {
            body.senseless(
                    "figure_text",
                    "words_and_numbers",
                    "The words say another number than the fields beside them: send 'figure' as well, or the words"
                            + " alone.");
            return null;
        }
        return figure(reading, best, sent.roundedTo() == null ? reading.roundedTo() : sent.roundedTo());
    }

    private static Figure figure(Reading reading, BigDecimal best, BigDecimal roundedTo) {
        return new Figure(reading.figure(), reading.figureTo(), best, reading.qualifier(), roundedTo);
    }

    private static Figure checked(Fields body, Unit unit, Figure figure) {
        var faults = figure.faults(unit.isCount());
        faults.forEach(fault -> body.senseless(fault.field(), fault.code(), fault.detail()));
        return faults.isEmpty() ? figure : null;
    }

    private static Optional<Reading> read(String words, Unit unit, Fields body) {
        try {
            return Optional.of(whole(words, unit));
        } catch (Unreadable e) {
            body.senseless("figure_text", e.code(), e.getMessage(), "figure_text_unreadable");
            return Optional.empty();
        }
    }

    private static Reading whole(String words, Unit unit) {
        var hint = new UnitHint(unit.name(), unit.isCount(), unit.isLength());
        return FigureReader.whole(words, hint, word -> means(word, unit));
    }

    private static boolean means(String word, Unit unit) {
        try {
            return Unit.of(word).equals(unit);
        } catch (Unreadable e) {
            return word.equalsIgnoreCase(unit.name());
        }
    }

    private static List<String> codes() {
        return Arrays.stream(Qualifier.values()).map(Qualifier::code).toList();
    }
}
