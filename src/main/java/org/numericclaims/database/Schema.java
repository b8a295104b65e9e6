package org.numericclaims.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/** The tables as this version of the service needs them, in a PostgreSQL that is new enough. */
@ApplicationScoped
class Schema {

    static final int OLDEST_POSTGRES = 15;

    private final Flyway flyway;
    private final SessionFactory entities;

    Schema(Flyway flyway, SessionFactory entities) {
        this.flyway = flyway;
        this.entities = entities;
    }

    /**
     * Migrates and validates; throws {@link SchemaRefused}, with nothing changed, where the database is no match.
     *
     * @param unlimited gives connections of their own, because a migration may take longer than a request
     */
    void bringUp(Connection asked, DataSource unlimited) throws SQLException {
        requireNewEnough(asked.getMetaData().getDatabaseMajorVersion());
        try {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(unlimited)
                    .ignoreMigrationPatterns(new String[0]) // by default a schema newer than ours would do
                    .load()
                    .migrate();
            entities.getSchemaManager().validateMappedObjects();
        } catch (RuntimeException e) {
            throw SchemaRefused.becauseOf(e);
        }
    }

    static void requireNewEnough(int postgres) {
        if (postgres < OLDEST_POSTGRES) {
            throw new SchemaRefused("PostgreSQL " + postgres + " is too old: " + OLDEST_POSTGRES + " is needed.");
        }
    }
}
