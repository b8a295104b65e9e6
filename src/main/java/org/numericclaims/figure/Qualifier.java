package org.numericclaims.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a figure was stated: the word beside the number, or none. */
public enum Qualifier {
    PLAIN,
    EXACTLY,
    ABOUT,
    ALMOST,
    OVER,
    AT_LEAST,
    UNDER,
    AT_MOST,
    BETWEEN;

    /** The name in JSON, CSV, query and column: lower snake_case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The qualifier of that code, letter for letter; empty where there is none. */
    public static Optional<Qualifier> of(String code) {
        return Arrays.stream(values()).filter(q -> q.code().equals(code)).findFirst();
    }
}
