package org.numericclaims.app;

import java.sql.SQLException;

/** A database such as an operator has beside his services: that of the other tests, made anew. */
final class ExternalDatabase implements AutoCloseable {

    private final TestDatabase server = new TestDatabase();
    private final DatabaseBehind first;

    private ExternalDatabase() {
        var settings = server.start();
        first = new DatabaseBehind(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    static ExternalDatabase start() {
        return new ExternalDatabase();
    }

    /** The one that is there from the start on. */
    DatabaseBehind first() {
        return first;
    }

    /** Another one on the same server, which is empty. */
    DatabaseBehind add(String name) throws SQLException {
        first.run("create database " + name);
        return new DatabaseBehind(first.url().replaceFirst("/postgres$", "/" + name), first.user(), first.password());
    }

    @Override
    public void close() {
        server.stop();
    }
}
