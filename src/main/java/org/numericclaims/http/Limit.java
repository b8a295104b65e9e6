package org.numericclaims.http;

import java.util.List;

/** How many items a page may have. */
public final class Limit {

    /** What the parameter means, for the OpenAPI document. */
    public static final String MEANING = "How many items a page may have.";

    static final int MOST = 500;
    static final int UNSAID = 50;

    private Limit() {}

    /** The number in {@code said}, 1 to 500; 50 where it is null. */
    public static int of(String said) {
        return said == null ? UNSAID : of(said, MOST);
    }

    /** The number in {@code said}, 1 to {@code most}, which is 500 or less. */
    public static int of(String said, int most) {
        int limit = said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : 0;
        if (limit < 1 || limit > most) {
            throw Problems.of(
                    400,
                    List.of(Fault.parameter(
                            "limit", "malformed_parameter", "'limit' is a whole number from 1 to " + most + ".")));
        }
        return limit;
    }
}
