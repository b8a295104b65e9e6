package org.numericclaims.security;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.http.Fields;
import org.numericclaims.http.Role;

/** A key as it was asked for; it is valid for good where {@code expiresAt} is null. */
record NewKey(String name, Role role, Instant expiresAt) {

    static final int NAME_LIMIT = 300;
    private static final int INSTANT_LIMIT = 60;
    private static final int LAST_YEAR = 9999;

    /** Reads it from a body; what is wrong goes to the faults of {@code body}. */
    static NewKey read(Fields body) {
        body.only(KeyView.FIELDS);
        var name = body.requiredName("name", NAME_LIMIT);
        if (name != null && Caller.isReserved(name)) {
            body.senseless("name", "reserved_name", "'" + name + "' is what the service calls others; take another.");
        }
        if (!body.has("role")) {
            body.senseless("role", "required", "'role' must be given: " + String.join(", ", Role.NAMES) + ".");
        }
        var role = body.choice("role", Role.class).orElse(null);
        return new NewKey(name, role, body.parsed("expires_at", INSTANT_LIMIT, NewKey::future));
    }

    private static Instant future(String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.isBefore(Instant.now())) {
                throw new Unreadable("instant_in_past", "It would never be valid; leave it out, or give one to come.");
            }
            if (instant.atOffset(ZoneOffset.UTC).getYear() > LAST_YEAR) {
                throw new Unreadable("malformed_instant", "Years have four digits; leave it out for a key for good.");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new Unreadable("malformed_instant", "Send an instant such as 2027-01-21T12:00:00Z.");
        }
    }
}
