package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.hibernate.exception.ConstraintViolationException;

/**
 * PUT, PATCH and DELETE of any kind of thing, inside the caller's transaction. What is wrong is said in the order 400,
 * 404, 412, 422, 409, each with every fault at once.
 */
@ApplicationScoped
public class Edits {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Conditional conditional;
    private final EntityManager em;
    private final Request request;

    Edits(Conditional conditional, EntityManager em, Request request) {
        this.conditional = conditional;
        this.em = em;
        this.request = request;
    }

    /** Changes the thing at that address to the body (PUT), or by it as a merge patch (PATCH); answers with it. */
    public <T, N> Response change(Editable<T, N> kind, String address, String ifMatch, JsonBody body) {
        var unreadable = new Faults();
        kind.read(body.fields(unreadable));
        unreadable.throwIfUnreadable();
        var thing = kind.locked(address);
        var known = kind.view(thing);
        Conditional.expect(ifMatch, known.version());
        var stored = conditional.json(known);
        var faults = new Faults();
        body.fields(faults).unchanged(kind.readOnly(), stored);
        boolean patch = request.getMethod().equals(HttpMethod.PATCH);
        var whole = patch ? new JsonBody(kind.patched(stored, body.json())) : body;
        kind.apply(thing, kind.read(whole.fields(faults)), faults);
        em.flush();
        var view = kind.view(thing);
        return conditional.shown(200, view.version(), view).build();
    }

    /** Removes the thing at that address; 409 while rows of any kind refer to it. */
    public <T> Response remove(Removable<T> kind, String address, String ifMatch) {
        var thing = kind.locked(address);
        Conditional.expect(ifMatch, kind.view(thing).version());
        try {
            kind.remove(thing);
            em.flush();
        } catch (ConstraintViolationException e) {
            throw FOREIGN_KEY_VIOLATION.equals(e.getSQLState()) ? inUse() : e;
        }
        return Response.noContent().build();
    }

    private static RuntimeException inUse() {
        return Problems.of(409, "in_use", "Others refer to it, or were merged into it; change or remove those first.");
    }
}
