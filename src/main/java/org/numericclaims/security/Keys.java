package org.numericclaims.security;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.database.DatabaseCame;
import org.numericclaims.database.Mode;
import org.numericclaims.database.Rows;
import org.numericclaims.http.Role;

/** The keys that are kept in the database, asked anew for each that is sent, so that a revoked one is refused at once. */
@ApplicationScoped
class Keys {

    private static final System.Logger LOG = System.getLogger(Keys.class.getName());
    private static final int BEFORE_OTHERS = 1;

    private static final String VALID =
            "select id, name, role, coalesce(last_used_at < now() - interval '1 minute', true)"
                    + " from api_key where hash = ? and revoked_at is null and (expires_at is null or expires_at > now())";

    // whoever is about to note the same is not waited for
    private static final String USED = "update api_key set last_used_at = now() where id in (select id from api_key"
            + " where id = ? and coalesce(last_used_at < now() - interval '1 minute', true) for update skip locked)"
            + " returning id";

    private final AdminKey admin;
    private final Issuer issuer;
    private final Reading reading;
    private final Mode mode;
    private volatile boolean exist;

    Keys(AdminKey admin, Issuer issuer, Reading reading, Mode mode) {
        this.admin = admin;
        this.issuer = issuer;
        this.reading = reading;
        this.mode = mode;
        this.exist = admin.isSet() || issuer.isSet();
    }

    /** A row of a key, and whether its use is to be noted. */
    private record Found(UUID id, Caller caller, boolean isDue) {}

    /** A service that only keys can read, and that has none, would be closed to everybody: it does not start. */
    void look(@Observes @Priority(BEFORE_OTHERS) DatabaseCame came) {
        if (!exist() && reading.isPrivate()) {
            throw new ConfigurationException("CLAIMS_ACCESS is private, and there is no key to read with: set"
                    + " CLAIMS_ADMIN_KEY, or QUARKUS_OIDC_AUTH_SERVER_URL.");
        }
    }

    /**
     * Whether there is any way to be known. The database is asked until there is one, which other instances may make at
     * any time; from then on there always is: a revoked key stays.
     */
    boolean exist() {
        if (!exist) {
            exist = Rows.read("select exists (select from api_key)", List.of(), row -> row.getBoolean(1))
                    .get(0);
        }
        return exist;
    }

    /** Who is known by a key with that hash, unless it was revoked or has expired; notes that it was used, if it may. */
    Optional<Caller> find(byte[] hash) {
        if (admin.has(hash)) {
            return Optional.of(Caller.ADMIN);
        }
        var found = Rows.read(
                VALID,
                List.of(hash),
                row -> new Found(
                        row.getObject(1, UUID.class),
                        new Caller(row.getString(2), Role.valueOf(row.getString(3))),
                        row.getBoolean(4)));
        if (!mode.isReadOnly()) {
            found.stream().filter(Found::isDue).forEach(Keys::noteUse);
        }
        return found.stream().map(Found::caller).findAny();
    }

    /** Where the database takes nothing more, those who only read go on. */
    private static void noteUse(Found key) {
        try {
            Rows.read(USED, List.of(key.id()), row -> row.getObject(1));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "That a key was used is not noted", e);
        }
    }
}
