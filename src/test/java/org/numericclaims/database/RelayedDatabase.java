package org.numericclaims.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.numericclaims.app.TestDatabase;

/** The test database behind a {@link Relay} that is cut when the service starts. */
public final class RelayedDatabase implements QuarkusTestResourceLifecycleManager {

    static Relay relay;

    private static Map<String, String> direct;
    private final TestDatabase database = new TestDatabase();

    /** Tests that start with this database instead of the others' one. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RelayedDatabase.class));
        }
    }

    @Override
    public Map<String, String> start() {
        direct = database.start();
        var url = direct.get("quarkus.datasource.jdbc.url");
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try {
            relay = new Relay(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", url.replace(":" + port, ":" + relay.port()),
                "quarkus.datasource.username", direct.get("quarkus.datasource.username"),
                "quarkus.datasource.password", direct.get("quarkus.datasource.password"));
    }

    static String password() {
        return direct.get("quarkus.datasource.password");
    }

    /** Past the relay; the password is the one at the start, whatever it is by now. */
    static void run(String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(direct.get("quarkus.datasource.jdbc.url"), user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void stop() {
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            database.stop();
        }
    }
}
