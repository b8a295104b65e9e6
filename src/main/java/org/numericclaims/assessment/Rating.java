package org.numericclaims.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a review comes to; not all of them are steps of one scale, so that they have no numbers. */
enum Rating {
    CONFIRMED,
    PLAUSIBLE,
    CONTESTED,
    UNSUPPORTED,
    FALSE,
    UNVERIFIABLE;

    /** All of them as they are written. */
    static final List<String> CODES = Arrays.stream(values()).map(Rating::code).toList();

    /** The name in JSON and column. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rating of that code, letter for letter; empty where there is none. */
    static Optional<Rating> of(String code) {
        return Arrays.stream(values())
                .filter(rating -> rating.code().equals(code))
                .findFirst();
    }
}
