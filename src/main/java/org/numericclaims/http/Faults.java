package org.numericclaims.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The faults of one request, gathered so that the caller sees all of them at once. */
public final class Faults {

    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> senseless = new ArrayList<>();
    private String problem;

    /** Adds what cannot be read: answered with 400, which outranks 422. */
    public void unreadable(Fault fault) {
        unreadable.add(fault);
    }

    /** Adds what can be read but makes no sense: answered with 422. */
    public void senseless(Fault fault) {
        senseless.add(fault);
    }

    /** Adds what makes no sense; where it comes first, the whole problem has that code. */
    public void senseless(Fault fault, String code) {
        problem = senseless.isEmpty() ? code : problem;
        senseless(fault);
    }

    /** Adds a field that makes no sense. */
    public void senseless(String name, String code, String detail) {
        senseless(Fault.field(name, code, detail));
    }

    /** All of them, those that cannot be read first. */
    public List<Fault> all() {
        return Stream.concat(unreadable.stream(), senseless.stream()).toList();
    }

    /** Answers with a problem where something cannot be read, with all that cannot. */
    public void throwIfUnreadable() {
        if (!unreadable.isEmpty()) {
            throw Problems.of(400, unreadable);
        }
    }

    /** Answers with a problem where anything was added: all that is unreadable, else all that makes no sense. */
    public void throwIfAny() {
        throwIfUnreadable();
        if (!senseless.isEmpty()) {
            var first = senseless.get(0);
            throw Problems.of(422, problem == null ? first.code() : problem, first.detail(), senseless);
        }
    }
}
