package org.numericclaims.security;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells the database who writes, as the setting {@code claims.changed_by} of the transaction that a writing request
 * takes a connection for: one statement in each, and none where a request only reads.
 */
@ApplicationScoped
class Writer implements AgroalPoolInterceptor {

    private static final System.Logger LOG = System.getLogger(Writer.class.getName());
    private static final String NAME = Writer.class.getName();

    private final CurrentVertxRequest request;

    Writer(CurrentVertxRequest request) {
        this.request = request;
    }

    /** From now on the request writes in that caller's name. */
    static void note(Caller caller, RoutingContext exchange) {
        exchange.put(NAME, caller.name());
    }

    /** In whose name the request writes, null for nobody's. */
    static String name(RoutingContext exchange) {
        return exchange.get(NAME);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var exchange = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        var name = exchange == null ? null : name(exchange);
        if (name != null) {
            sign(connection, name);
        }
    }

    /** Where that fails, the transaction has failed with it, and so does what follows: nothing is written without a name. */
    private static void sign(Connection connection, String name) {
        try (var statement = connection.prepareStatement("select set_config('claims.changed_by', ?, true)")) {
            statement.setString(1, name);
            statement.execute();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The writer was not noted", e);
        }
    }
}
