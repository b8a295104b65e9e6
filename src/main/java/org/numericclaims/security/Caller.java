package org.numericclaims.security;

import org.numericclaims.http.Role;

/**
 * Who asks.
 *
 * @param name under which is kept what he writes
 * @param role what he may do, null where he is known and may do nothing that needs a role
 */
record Caller(String name, Role role) {

    /** Who has {@code CLAIMS_ADMIN_KEY}. */
    static final Caller ADMIN = new Caller("admin", Role.admin);

    /** The machine itself, to which a service without keys is open. */
    static final Caller LOCAL = new Caller("local", Role.admin);

    /** What the names of those begin with whom an issuer knows, so that none passes for another's. */
    static final String OF_ISSUER = "oidc:";

    boolean may(Role needed) {
        return role != null && role.includes(needed);
    }

    /** Whether the service itself gives that name, so that no key may have it. */
    static boolean isReserved(String name) {
        return name.strip().equalsIgnoreCase(ADMIN.name)
                || name.strip().equalsIgnoreCase(LOCAL.name)
                || name.strip().regionMatches(true, 0, OF_ISSUER, 0, OF_ISSUER.length());
    }
}
