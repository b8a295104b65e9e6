package org.numericclaims.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pool's connections, to cut off at once whoever waits for an answer on one. Where the pool is asked to, it first
 * waits for the connections that it is making.
 */
@ApplicationScoped
class OpenConnections implements AgroalPoolInterceptor {

    private static final System.Logger LOG = System.getLogger(OpenConnections.class.getName());

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionCreate(Connection connection) {
        open.add(own(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        open.remove(own(connection));
    }

    void cutOff() {
        for (var connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "It was gone already", e);
            }
        }
    }

    /** That of the driver: the pool's is another each time. */
    private static Connection own(Connection connection) {
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
