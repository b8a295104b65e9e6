package org.numericclaims.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the pool finds the database, for connections beside it that have other limits. */
final class DatabaseAddress {

    private static final int SECONDS_TO_CONNECT = 2;

    private final AgroalDataSource pool;

    DatabaseAddress(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** A new connection that is there within so many seconds, and gives up an answer after as many. */
    Connection connect(int patience) throws SQLException {
        var source = unlimited();
        source.setSocketTimeout(patience);
        source.setLoginTimeout(patience);
        return source.getConnection();
    }

    /** Connections without the limits that requests have. */
    PGSimpleDataSource unlimited() {
        var known = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var source = new PGSimpleDataSource();
        source.setUrl(known.jdbcUrl());
        if (known.principal() instanceof NamePrincipal user) {
            source.setUser(user.getName());
        }
        for (var credential : known.credentials()) {
            if (credential instanceof SimplePassword password) {
                source.setPassword(password.getWord());
            }
        }
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setLoginTimeout(SECONDS_TO_CONNECT);
        source.setTcpKeepAlive(true);
        return source;
    }
}
