package org.numericclaims.database;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Why the schema of this database cannot be used by this version of the service. */
final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // insufficient_privilege; feature_not_supported, said where the server has no such extension
    private static final List<String> EXTENSION_REFUSED = List.of("42501", "0A000");

    private final boolean mayPass;

    SchemaRefused(String sentence) {
        this(sentence, false);
    }

    private SchemaRefused(String sentence, boolean mayPass) {
        super(sentence);
        this.mayPass = mayPass;
    }

    private SchemaRefused(RuntimeException cause) {
        super("The schema of the database cannot be brought up: " + cause.getMessage(), cause);
        mayPass = causes(this).anyMatch(SQLException.class::isInstance);
    }

    /** The refusal of what another instance has yet to do. */
    static SchemaRefused yet(String sentence) {
        return new SchemaRefused(sentence, true);
    }

    /** The refusal for what bringing up the schema threw; says what to do where an extension may not be created. */
    static SchemaRefused becauseOf(RuntimeException thrown) {
        return causes(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(e -> EXTENSION_REFUSED.contains(String.valueOf(e.getSQLState()))
                        && e.getMessage().contains("extension"))
                .findFirst()
                .map(e -> new SchemaRefused("The database refuses an extension that searching needs ("
                        + e.getMessage().lines().findFirst().orElseThrow()
                        + "): let its administrator run 'create extension unaccent; create extension pg_trgm;' in it."))
                .orElseGet(() -> new SchemaRefused(thrown));
    }

    /** Whether it was the database that refused, as with a full disk or a lost connection, or others are awaited. */
    boolean mayPass() {
        return mayPass;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
