package org.numericclaims.figure.words;

import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.Unreadable;

/** A reading in one short line: "1500000 r500000 over %", a refusal by its code. */
final class Shown {

    static final UnitHint PEOPLE = new UnitHint("people", true, false);

    private Shown() {}

    static UnitHint hint(String unit) {
        return unit == null
                ? UnitHint.NONE
                : new UnitHint(unit, unit.equals("people"), unit.equals("km") || unit.equals("m"));
    }

    static String first(String words, UnitHint unit) {
        try {
            return line(FigureReader.first(words, unit));
        } catch (Unreadable refusal) {
            return refusal.code();
        }
    }

    static String whole(String words, UnitHint unit) {
        try {
            return line(FigureReader.whole(words, unit, word -> word.equals(unit.name()) || word.equals("soldiers")));
        } catch (Unreadable refusal) {
            return refusal.code();
        }
    }

    static String line(Reading reading) {
        var line = new StringBuilder(reading.figure().toPlainString());
        if (reading.figureTo() != null) {
            line.append('–').append(reading.figureTo().toPlainString());
        }
        if (reading.roundedTo() != null) {
            line.append(" r").append(reading.roundedTo().toPlainString());
        }
        if (reading.qualifier() != Qualifier.PLAIN && reading.qualifier() != Qualifier.BETWEEN) {
            line.append(' ').append(reading.qualifier().code());
        }
        return (reading.unit() == null ? line : line.append(' ').append(reading.unit())).toString();
    }
}
