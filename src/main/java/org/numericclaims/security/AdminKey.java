package org.numericclaims.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first key of all, {@code CLAIMS_ADMIN_KEY}: it is kept nowhere, and here only as its hash. */
@ApplicationScoped
class AdminKey {

    private final byte[] hash;

    AdminKey(@ConfigProperty(name = "claims.admin-key") Optional<String> key) {
        hash = key.map(KeyText::hash).orElse(null);
    }

    boolean isSet() {
        return hash != null;
    }

    /** Whether a key with that hash is it, which takes the same time wherever they differ. */
    boolean has(byte[] sent) {
        return hash != null && MessageDigest.isEqual(hash, sent);
    }
}
