package org.numericclaims.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;

/** Merges two things of one kind, inside the caller's transaction, in which {@link Merged} is fired too. */
@ApplicationScoped
public class Merges {

    private static final int ADDRESS_LIMIT = 300;

    private final Conditional conditional;
    private final EntityManager em;
    private final Event<Merged> merged;

    Merges(Conditional conditional, EntityManager em, Event<Merged> merged) {
        this.conditional = conditional;
        this.em = em;
        this.merged = merged;
    }

    /** What the caller sends. */
    @Schema(name = "Merge", description = "What to merge into.")
    public record Into(
            @Schema(required = true, description = "The slug or id of the one that stays.", examples = "donald-trump")
            String into) {}

    /** Merges the thing at that address into the one that {@code body} names, and answers with that one. */
    public <T, N> Response merge(Mergeable<T, N> kind, String address, JsonBody body) {
        var faults = new Faults();
        var fields = body.fields(faults);
        fields.only(List.of("into"));
        var into = fields.requiredLine("into", ADDRESS_LIMIT);
        faults.throwIfUnreadable();
        kind.lockAll();
        var from = kind.existing(address);
        var target = into == null ? Optional.<T>empty() : target(kind, from, into, fields);
        faults.throwIfAny();
        var shown = kind.view(merge(kind, from, target.orElseThrow()));
        return conditional.shown(200, shown.version(), shown).build();
    }

    private static <T> Optional<T> target(Mergeable<T, ?> kind, T from, String into, Fields fields) {
        var target = kind.current(into);
        if (target.isEmpty()) {
            fields.senseless("into", "unknown_" + kind.table(), "There is no " + kind.table() + " '" + into + "'.");
        } else if (kind.id(target.get()).equals(kind.id(from))) {
            fields.senseless("into", "merge_into_itself", "Name another " + kind.table() + " to merge into.");
        }
        return target;
    }

    private <T> T merge(Mergeable<T, ?> kind, T from, T into) {
        lock(kind.table(), kind.id(from), kind.id(into));
        kind.merge(from, into);
        em.flush();
        merged.fire(new Merged(kind.table(), kind.id(from), kind.id(into)));
        return into;
    }

    /** Waits for those that are just referring to them, in the order in which those lock: see {@link Names#refer}. */
    private void lock(String table, UUID... ids) {
        Scalars.query(em, "select id from " + table + " where id = any(:ids) order by id for update", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
