package org.numericclaims.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.hibernate.SessionFactory;

/** The tables as this version of the service needs them, in a PostgreSQL that is new enough. */
@ApplicationScoped
class Schema {

    static final int OLDEST_POSTGRES = 15;

    private static final String[] OURS_ALONE = {};
    private static final String[] NEWER_TOO = {"*:future"};

    private final Flyway flyway;
    private final SessionFactory entities;
    private final Mode mode;
    private boolean wasOurs;

    Schema(Flyway flyway, SessionFactory entities, Mode mode) {
        this.flyway = flyway;
        this.entities = entities;
        this.mode = mode;
    }

    /**
     * Migrates, unless this instance only reads, and validates; throws {@link SchemaRefused}, with nothing changed, where
     * the database is no match. Whoever has served it serves it on after a newer instance has added to it: only who starts
     * is refused then.
     *
     * @param unlimited gives connections of their own, because a migration may take longer than a request
     */
    void bringUp(Connection asked, DataSource unlimited) throws SQLException {
        requireNewEnough(asked.getMetaData().getDatabaseMajorVersion());
        try {
            var migrations = Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(unlimited)
                    .ignoreMigrationPatterns(wasOurs ? NEWER_TOO : OURS_ALONE)
                    .load();
            if (mode.isReadOnly()) {
                requireAll(migrations.info().pending());
                migrations.validate();
            } else {
                migrations.migrate();
            }
            entities.getSchemaManager().validateMappedObjects();
            wasOurs = true;
        } catch (SchemaRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw SchemaRefused.becauseOf(e);
        }
    }

    private static void requireAll(MigrationInfo... pending) {
        if (pending.length > 0) {
            throw SchemaRefused.yet("The schema of the database lacks " + pending[0].getVersion()
                    + ": an instance of this version that writes has to bring it up; this one only reads, and waits.");
        }
    }

    static void requireNewEnough(int postgres) {
        if (postgres < OLDEST_POSTGRES) {
            throw new SchemaRefused("PostgreSQL " + postgres + " is too old: " + OLDEST_POSTGRES + " is needed.");
        }
    }
}
