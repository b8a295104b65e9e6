package org.numericclaims.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters that an operation takes.
 *
 * @param repeatable their names, and whether each may be given more than once
 */
public record KnownParameters(Map<String, Boolean> repeatable) {

    private static final int MOST_VALUES = 100;

    /** Says what of that the operation does not take, rather than ignoring it. */
    public void check(Map<String, List<String>> asked, Faults faults) {
        asked.forEach((name, values) -> check(name, values).ifPresent(faults::unreadable));
    }

    private Optional<Fault> check(String name, List<String> values) {
        if (!repeatable.containsKey(name)) {
            return fault(name, "unknown_parameter", unknown(name));
        }
        if (values.size() > 1 && !repeatable.get(name)) {
            return fault(name, "repeated_parameter", "Give '" + name + "' once.");
        }
        if (values.size() > MOST_VALUES) {
            return fault(name, "too_many_values", "Give at most " + MOST_VALUES + " values.");
        }
        if (values.contains("")) {
            return fault(name, "empty_parameter", "Give '" + name + "' a value, or leave it out.");
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            return fault(name, "nul_character", "Take out the character U+0000.");
        }
        return Optional.empty();
    }

    private String unknown(String name) {
        return repeatable.isEmpty()
                ? "This operation takes no query parameters."
                : "This operation has no such parameter. " + Nearest.hint(name, repeatable.keySet());
    }

    private static Optional<Fault> fault(String name, String code, String detail) {
        return Optional.of(Fault.parameter(name, code, detail));
    }
}
