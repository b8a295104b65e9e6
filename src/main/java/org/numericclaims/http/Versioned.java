package org.numericclaims.http;

/** What callers see of a thing that changes: its version makes the ETag. */
public interface Versioned {

    /** Grows by one with each change that changes something. */
    int version();
}
