package org.numericclaims.figure.unit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X per Y", where Y is a unit, a number, or a number of units. */
final class Rate {

    /** Greedy, so the last "per" divides: "barrels per day per person". */
    private static final Pattern PER = Pattern.compile("(?i)(?:(.+) )?per (.+)");

    /** In "births per woman" the woman is no subject that was counted, so the word stays. */
    private static final Set<String> ANYONE =
            Set.of("people", "person", "persons", "capita", "inhabitant", "inhabitants", "resident", "residents");

    private static final Pattern NUMBER =
            Pattern.compile("(?i)([1-9]\\d{0,2}(?:[, ]?\\d{3})*|hundred|thousand|million|billion)(?: (\\p{L}.*))?");

    private static final Map<String, String> NUMBER_WORDS =
            Map.of("hundred", "100", "thousand", "1,000", "million", "1,000,000", "billion", "1,000,000,000");

    private final Function<String, Optional<Unit>> units;

    Rate(Function<String, Optional<Unit>> units) {
        this.units = units;
    }

    /** Some rates have a name of their own: "km per hour" is km/h. */
    Optional<Unit> read(String text) {
        Matcher parts = PER.matcher(spoken(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<String> of = Optional.ofNullable(parts.group(1)).flatMap(units).map(Unit::name);
        Optional<String> per = per(parts.group(2), parts.group(1) == null);
        if (per.isEmpty() || of.isEmpty() && parts.group(1) != null) {
            return Optional.empty();
        }
        String name = of.map(x -> x + " ").orElse("") + "per " + per.get();
        return Units.labelledInAnyCase(name).or(() -> Optional.of(Unit.plain(name, UnitKind.RATE)));
    }

    private Optional<String> per(String text, boolean onlyNumber) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return onlyNumber ? Optional.empty() : units.apply(text).map(unit -> named(unit, text, Units.one(unit)));
        }
        String digits = grouped(number.group(1));
        return number.group(2) == null
                ? Optional.of(digits)
                : units.apply(number.group(2)).map(unit -> digits + " " + named(unit, number.group(2), unit.name()));
    }

    private static String named(Unit unit, String word, String name) {
        return unit.name().equals("people") && !ANYONE.contains(Units.fold(word)) ? Units.fold(word) : name;
    }

    /** "USD/barrel", of two known units: any other stroke is left to UCUM. */
    private static String spoken(String text) {
        String[] ends = text.split("/", -1);
        return ends.length == 2 && isKnown(ends[0].strip()) && isKnown(ends[1].strip())
                ? ends[0].strip() + " per " + ends[1].strip()
                : text;
    }

    private static boolean isKnown(String text) {
        return Units.labelled(text).or(() -> Units.labelledInAnyCase(text)).isPresent();
    }

    private static String grouped(String number) {
        String word = NUMBER_WORDS.get(Units.fold(number));
        return word != null ? word : number.replaceAll("[, ]", "").replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",");
    }
}
