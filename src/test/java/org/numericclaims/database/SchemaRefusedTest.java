package org.numericclaims.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaRefusedTest {

    @Test
    void anExtensionThatMayNotBeCreatedIsNamedAndStopsTheStart() {
        var refused = refused("ERROR: permission denied to create extension \"unaccent\"\n  Hint: …", "42501");
        assertThat(refused)
                .hasMessage("The database refuses an extension that searching needs (ERROR: permission denied to create"
                        + " extension \"unaccent\"): let its administrator run 'create extension unaccent; create"
                        + " extension pg_trgm;' in it.");
        assertThat(refused.mayPass()).isFalse();
    }

    @Test
    void whatElseTheDatabaseRefusesMayPass() {
        assertThat(refused("could not extend file", "53100").mayPass()).isTrue();
        assertThat(refused("permission denied for schema public", "42501").mayPass())
                .isTrue();
    }

    private static SchemaRefused refused(String message, String state) {
        return SchemaRefused.becauseOf(new IllegalStateException(new SQLException(message, state)));
    }
}
