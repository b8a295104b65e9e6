package org.numericclaims.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may read: everybody, unless {@code CLAIMS_ACCESS} says otherwise. */
@ApplicationScoped
class Reading {

    private final boolean isPublic;

    Reading(@ConfigProperty(name = "claims.access") String access) {
        isPublic = access.equals("public");
    }

    boolean isPrivate() {
        return !isPublic;
    }
}
