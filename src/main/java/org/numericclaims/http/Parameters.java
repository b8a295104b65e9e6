package org.numericclaims.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.numericclaims.figure.Unreadable;

/** The query parameters of a request, read by name and type; what is wrong with them is gathered, not thrown. */
public final class Parameters {

    private static final String MALFORMED = "malformed_parameter";

    private static final int LONGEST_SEARCH = 500;

    private final Faults faults = new Faults();

    /** Refuses what of that is none of the parameters that are known. */
    public void check(KnownParameters known, Map<String, List<String>> asked) {
        known.check(asked, faults);
    }

    /** Refuses its absence. */
    public void required(String name, String value) {
        if (value == null) {
            faults.unreadable(Fault.parameter(name, "missing_parameter", "Give '" + name + "'."));
        }
    }

    /** What {@code parse} makes of the value; null where there is none, and where it was refused. */
    public <T> T parsed(String name, String value, Function<String, T> parse) {
        try {
            return value == null ? null : parse.apply(value);
        } catch (Unreadable e) {
            var code = e.code().startsWith("unknown_") ? e.code() : MALFORMED;
            faults.unreadable(Fault.parameter(name, code, "'" + name + "': " + e.getMessage()));
            return null;
        }
    }

    /** The text to search for, null for none; refused, and null, where it has more than 500 characters. */
    public String search(String name, String value) {
        int length = value == null ? 0 : value.codePointCount(0, value.length());
        if (length > LONGEST_SEARCH) {
            faults.unreadable(Fault.parameter(
                    name,
                    "too_long",
                    "'" + name + "' has " + length + " characters; send at most " + LONGEST_SEARCH + "."));
            return null;
        }
        return value;
    }

    /** One line of text, null for none; refused, and null, where it is longer than that or cannot be kept. */
    public String text(String name, String value, int limit) {
        var refusal = value == null
                ? Optional.<Text.Refusal>empty()
                : Text.line(limit).refusal(value);
        refusal.ifPresent(
                why -> faults.unreadable(Fault.parameter(name, why.code(), "'" + name + "': " + why.detail())));
        return refusal.isPresent() ? null : value;
    }

    /** As {@link #parsed}, and refused where it is absent. */
    public <T> T requiredParsed(String name, String value, Function<String, T> parse) {
        required(name, value);
        return parsed(name, value, parse);
    }

    /** As {@link #parsed}, of each of several values; those that were refused are left out. */
    public <T> List<T> each(String name, List<String> values, Function<String, T> parse) {
        return values.stream()
                .map(value -> parsed(name, value, parse))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether the value is {@code true}; anything but {@code true} and {@code false} is refused. */
    public boolean flag(String name, String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            faults.unreadable(Fault.parameter(name, MALFORMED, "'" + name + "' is true or false."));
        }
        return "true".equals(value);
    }

    /** Whether any value was given; the framework gives an empty list or null where none was. */
    public static boolean isAsked(List<String> values) {
        return values != null && !values.isEmpty();
    }

    /** Whether the value, null for none, is known. */
    public boolean choice(String name, String value, List<String> known) {
        return choices(name, value == null ? null : List.of(value), known);
    }

    /** Whether all of the values, null for none, are known. */
    public boolean choices(String name, Collection<String> values, List<String> known) {
        boolean good = values == null || known.containsAll(values);
        if (!good) {
            faults.unreadable(Fault.parameter(
                    name, "unknown_value", "'" + name + "' is one of " + String.join(", ", known) + "."));
        }
        return good;
    }

    /** Says that the parameter makes no sense without another. */
    public void misplaced(String name, String detail) {
        faults.unreadable(Fault.parameter(name, "misplaced_parameter", detail));
    }

    /** Says that the parameter makes no sense for a file, where it is given. */
    public void onPagesOnly(String name, String value) {
        if (value != null) {
            misplaced(name, "'" + name + "' goes with json only: a file has all that match.");
        }
    }

    /** Says that what can be read makes no sense. */
    public void senseless(String name, String code, String detail) {
        faults.senseless(Fault.parameter(name, code, detail));
    }

    /** Answers with a problem where anything was wrong. */
    public void throwIfAny() {
        faults.throwIfAny();
    }
}
