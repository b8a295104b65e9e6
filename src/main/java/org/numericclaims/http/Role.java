package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.SecurityContext;
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

    /** Refuses (403) a caller who does not have this role, where a parameter decides that it is needed. */
    public void require(SecurityContext caller) {
        if (!caller.isUserInRole(name())) {
            throw refusal();
        }
    }

    /** That this role is needed, and not there. */
    public HttpProblem refusal() {
        return Problems.of(403, "forbidden", "This needs the role " + this + ", which your key does not have.");
    }
}
