package org.numericclaims.http;

/**
 * One kind of thing that is removed over HTTP, for {@link Edits}.
 *
 * @param <T> the thing as it is kept
 */
public interface Removable<T> {

    /** The thing at that address, which nobody else changes before this transaction ends; 404, 308 or 410. */
    T locked(String address);

    /** What DELETE does to it. */
    void remove(T thing);

    /** What callers see of it. */
    Versioned view(T thing);
}
