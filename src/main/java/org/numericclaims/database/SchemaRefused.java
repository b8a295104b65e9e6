package org.numericclaims.database;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Why the schema of this database cannot be used by this version of the service. */
final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaRefused(String sentence) {
        super(sentence);
    }

    SchemaRefused(RuntimeException cause) {
        super("The schema of the database cannot be brought up: " + cause.getMessage(), cause);
    }

    /** Whether it was the database that refused, as with a full disk or a lost connection. */
    boolean mayPass() {
        return Stream.<Throwable>iterate(this, cause -> cause != null, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
    }
}
