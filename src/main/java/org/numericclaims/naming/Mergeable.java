package org.numericclaims.naming;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.http.Editable;
import org.numericclaims.http.Problems;

/**
 * A kind of thing of which two may turn out to be one, for {@link Merges}. What belongs to what, and what was merged,
 * changes in one transaction at a time, so that no cycle can slip in; claims that refer to it don't wait for that.
 */
public interface Mergeable<T, N> extends Editable<T, N> {

    /** The table in which it is kept, which is also what the kind is called. */
    String table();

    /** The thing at that address, merged ones too. */
    Optional<T> at(String address);

    UUID id(T thing);

    /** The slug or id at which it is found. */
    String address(T thing);

    /** What it was merged into; null where it was not. */
    T mergedInto(T thing);

    /** Makes {@code from} an address of {@code into}, which gets its names and what belongs to it. */
    void merge(T from, T into);

    /** Lets nobody else add, change or merge any of its kind before this transaction ends. */
    default void lockAll() {
        AdvisoryLock.take(table() + " tree");
    }

    /** The thing at that address; 404 where there is none, 308 where it was merged. */
    default T existing(String address) {
        var thing = at(address).orElseThrow(() -> Problems.notFound(table(), address));
        if (mergedInto(thing) != null) {
            throw Problems.moved(address, address(mergedInto(thing)));
        }
        return thing;
    }

    /** The thing at that address, or where it was merged the one that it leads to. */
    default Optional<T> current(String address) {
        return at(address).map(thing -> mergedInto(thing) == null ? thing : mergedInto(thing));
    }

    @Override
    default T locked(String address) {
        lockAll();
        return existing(address);
    }

    @Override
    default void remove(T thing) {
        Panache.getEntityManager().remove(thing);
    }
}
