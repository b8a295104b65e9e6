package org.numericclaims.figure.unit;

import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.numericclaims.figure.Unreadable;

/** Finds the unit that a text means: known ones first, then currencies, UCUM codes, rates and plain nouns. */
final class UnitReading {

    private static final int LIMIT = 60;

    /** Two units of one name, and no telling which was meant. */
    private static final Map<String, String> AMBIGUOUS = Map.ofEntries(
            Map.entry("ton", "tonnes, short tons, long tons"),
            Map.entry("tons", "tonnes, short tons, long tons"),
            Map.entry("mt", "tonnes, Mt"),
            Map.entry("pound", "lb, GBP"),
            Map.entry("pounds", "lb, GBP"),
            Map.entry("gal", "US gallons, imperial gallons"),
            Map.entry("gallon", "US gallons, imperial gallons"),
            Map.entry("gallons", "US gallons, imperial gallons"),
            Map.entry("mb", "MB, mbar"),
            Map.entry("°", "°C, °F, deg"),
            Map.entry("degree", "°C, °F, deg"),
            Map.entry("degrees", "°C, °F, deg"),
            Map.entry("¥", "JPY, CNY"));

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals("XXX") && !code.equals("XTS"))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Words of three letters and more are nouns, though "car" is a centiare, "par" a picoare and "dag" a decagram:
     * of the codes that look like words only these are read, with or without a prefix. Known units come first anyway.
     */
    private static final Pattern NOUN_BEFORE_CODE = Pattern.compile("\\p{L}\\p{Ll}{2,}(?<!mol|bar|cal|Ohm|^deg|^rad)");

    private static final String LETTERS = "\\p{L}[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+)*";

    /** Of three letters at least: two are a symbol, as is "kWp", and a lone "per" lacks its ends. */
    private static final Pattern NOUN = Pattern.compile("(?=.{3})(?!(?i:per)$)(?!\\p{Ll}+\\p{Lu})" + LETTERS);

    private static final Pattern NOUNS =
            Pattern.compile("(?=.{3})(?!(?i:(?:.* )?per(?: .*)?)$)" + LETTERS + "(?: " + LETTERS + ")*");

    private static final Pattern ANNOTATION = Pattern.compile("\\{[^{}]*}");

    private final boolean newUnit;

    UnitReading(boolean newUnit) {
        this.newUnit = newUnit;
    }

    Unit read(String text) {
        String clean = clean(text == null ? "" : text);
        if (clean.isEmpty()) {
            throw new Unreadable("unknown_unit", "A unit is missing");
        }
        if (Scale.isIn(clean)) {
            throw new Unreadable("scale_in_unit", "\"" + clean + "\": the scale belongs to the figure, not the unit");
        }
        Unit unit = find(clean).orElseThrow(() -> unknown(clean, Spelling.nearest(clean)));
        limit(unit.name());
        return unit;
    }

    /** Compatibility forms are one: "km²" is km2, "℃" is °C, "µg" is the code ug. */
    private static String clean(String text) {
        limit(text.strip());
        text.chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw new Unreadable(
                    control == 0 ? "nul_character" : "control_character", "A unit is one line of characters that show");
        });
        String clean = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("μ(?=[A-Za-z])", "u")
                .strip();
        limit(clean);
        return clean;
    }

    private static void limit(String text) {
        if (text.codePointCount(0, text.length()) > LIMIT) {
            throw new Unreadable("too_long", "A unit has at most " + LIMIT + " characters");
        }
    }

    private Optional<Unit> find(String text) {
        return Units.labelled(text)
                .or(() -> currency(text))
                .or(() -> unambiguous(text))
                .or(() -> code(text))
                .or(() -> Units.labelledInAnyCase(text))
                .or(() -> new Rate(this::find).read(text))
                .or(() -> noun(text));
    }

    private static Optional<Unit> currency(String text) {
        return CURRENCIES.contains(text) ? Optional.of(Unit.plain(text, UnitKind.MONEY)) : Optional.empty();
    }

    private static Optional<Unit> unambiguous(String text) {
        String candidates = AMBIGUOUS.get(Units.fold(text));
        if (candidates != null) {
            throw unknown(text, candidates);
        }
        return Optional.empty();
    }

    /** "{people}" is a noun to us; a code annotated within stands for itself, as the library drops annotations. */
    private Optional<Unit> code(String text) {
        if (NOUN_BEFORE_CODE.matcher(text).matches()) {
            return Optional.empty();
        }
        if (ANNOTATION.matcher(text).matches()) {
            return find(text.substring(1, text.length() - 1));
        }
        String bare = ANNOTATION.matcher(text).replaceAll("");
        return Ucum.read(bare)
                .map(unit -> bare.equals(text) ? Unit.physical(text, unit) : Unit.plain(text, UnitKind.PHYSICAL));
    }

    private Optional<Unit> noun(String text) {
        String word = Units.fold(text);
        if (newUnit && NOUNS.matcher(text).matches()) {
            return Optional.of(Unit.plain(word, UnitKind.COUNT));
        }
        if (!NOUN.matcher(text).matches()) {
            return Optional.empty();
        }
        String currency = word.toUpperCase(Locale.ROOT);
        Optional<String> meant = CURRENCIES.contains(currency)
                ? Optional.of(currency)
                : Spelling.slip(word).map(Unit::name);
        meant.ifPresent(name -> {
            throw unknown(text, name);
        });
        return Optional.of(Unit.plain(word, UnitKind.COUNT));
    }

    private static Unreadable unknown(String text, String nearest) {
        return new Unreadable("unknown_unit", "\"" + text + "\" is not a known unit; the nearest: " + nearest);
    }
}
