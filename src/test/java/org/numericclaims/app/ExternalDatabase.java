package org.numericclaims.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Sends that signal to all processes of the server. */
    void signal(String name) throws IOException, InterruptedException {
        var server = Postmaster.of(TestDatabase.FOLDER.resolve("pgdata"))
                .orElseThrow()
                .pid();
        var children = ProcessHandle.of(server).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        var all = Stream.concat(Stream.of(server), children).map(String::valueOf);
        var command = "kill -" + name + " " + all.collect(Collectors.joining(" "));
        new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    }

    @Override
    public void close() {
        server.stop();
    }
}
