package org.numericclaims.database;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.numericclaims.http.Problems;

/** Refuses requests at once while the database cannot serve, so that none waits for it in vain. */
@Provider
@PreMatching
@Priority(Priorities.USER + 1000) // whoever may not ask at all is told so first
class DatabaseGate implements ContainerRequestFilter {

    private final DatabaseWatch database;

    DatabaseGate(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!database.isReady()) {
            throw Problems.databaseUnavailable();
        }
    }
}
