package org.numericclaims.figure.words;

import java.util.function.Predicate;
import org.numericclaims.figure.Qualifier;

/** Reads figures from English words; the rules and their table are in docs/figures.md. */
public final class FigureReader {

    private final Tokens tokens;
    private final UnitHint hint;
    private final Nouns nouns;

    private FigureReader(String text, UnitHint hint, Predicate<String> isUnitWord) {
        this.tokens = new Tokens(text);
        this.hint = hint;
        this.nouns = new Nouns(tokens, isUnitWord);
    }

    /** The leftmost figure; throws {@link org.numericclaims.figure.Unreadable} where there is no safe one. */
    public static Reading first(String text, UnitHint unit) {
        var hint = unit == null ? UnitHint.NONE : unit;
        return new FigureReader(text, hint, word -> word.equalsIgnoreCase(hint.name())).read();
    }

    /** The figure that the text is, beside white space, a final full stop and a unit word nothing but that. */
    public static Reading whole(String text, UnitHint unit, Predicate<String> isUnitWord) {
        var reading = new FigureReader(text, unit == null ? UnitHint.NONE : unit, isUnitWord).read();
        var rest = reading.after().strip();
        rest = rest.endsWith(".") ? rest.substring(0, rest.length() - 1).strip() : rest;
        var unread = reading.before().isBlank() ? rest : reading.before().strip();
        if (unread.isEmpty() || reading.before().isBlank() && isUnitWord.test(rest)) {
            return reading;
        }
        throw Refusal.UNREAD_REST.of(unread);
    }

    private Reading read() {
        var skipped = new Skipped(tokens);
        var phrases = new Phrases(tokens, hint, nouns);
        for (int i = 0; i < tokens.size(); ) {
            int next = skipped.from(i);
            var found = next > i ? null : phrases.read(i);
            if (found != null) {
                return reading(i, found);
            }
            i = Math.max(next, i + 1);
        }
        var vague = Vague.in(tokens);
        throw vague == null ? Refusal.NO_FIGURE.of(tokens.text) : Refusal.FIGURE_VAGUE.of(vague);
    }

    private Reading reading(int i, Found found) {
        int start = tokens.at(i).start();
        int end = tokens.at(found.end() - 1).end();
        boolean rounds = !found.isRange() && found.qualifier() != Qualifier.EXACTLY;
        return new Reading(
                Rounding.plain(found.low()),
                found.isRange() ? Rounding.plain(found.high()) : null,
                found.qualifier(),
                rounds ? Rounding.shown(found.low(), found.part(), hint.count()) : null,
                unit(i, found),
                tokens.text.substring(0, start),
                tokens.text.substring(start, end),
                tokens.text.substring(end));
    }

    private String unit(int i, Found found) {
        if (found.unit() == null || hint.name() != null && hint.is(found.unit())) {
            return hint.name();
        }
        if (hint.name() != null) {
            throw Refusal.UNIT_DIFFERS.of(tokens.between(i, found.end()));
        }
        return found.unit();
    }
}
