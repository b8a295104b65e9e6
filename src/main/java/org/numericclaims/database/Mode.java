package org.numericclaims.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.http.Problems;

/** What this instance does with the database: all, or only read it, as a replica is which others write to. */
@ApplicationScoped
public class Mode {

    private final boolean readOnly;

    Mode(@ConfigProperty(name = "claims.mode") String mode) {
        readOnly = mode.equals("read-only");
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** Refuses (503) what would write, before any of it is done: a proxy may send it on to another instance. */
    public void requireWriting() {
        if (readOnly) {
            throw Problems.of(
                    503, "read_only_instance", "This instance only reads; send this to one that writes as well.");
        }
    }
}
