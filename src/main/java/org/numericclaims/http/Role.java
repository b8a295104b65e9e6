package org.numericclaims.http;

import java.util.Arrays;
import java.util.List;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    reader,
    editor,
    admin;

    /** The names of all of them. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Role::name).toList();

    /** Whether who has this role may do what needs the other. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
