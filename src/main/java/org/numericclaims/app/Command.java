package org.numericclaims.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One of PostgreSQL's programs as it was run, with its exit status and all that it printed. */
record Command(int status, String output) {

    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");

    /** Runs to the end, in a user namespace where we are root, because PostgreSQL refuses to run as root. */
    static Command run(Path program, String... arguments) {
        var words = Stream.concat(Stream.of(program.toString()), Stream.of(arguments));
        return isRoot() ? execute(Stream.concat(USER_NAMESPACE.stream(), words).toList()) : execute(words.toList());
    }

    /** Refuses where we are root and the machine gives root no user namespace. */
    static void requireAllowedUser() {
        if (isRoot() && !hasUserNamespaces()) {
            throw new StartRefused("PostgreSQL does not run as root and this machine allows no user namespaces"
                    + " (unshare -U): run the service as another user, or set QUARKUS_DATASOURCE_JDBC_URL.");
        }
    }

    boolean failed() {
        return status != 0;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException noProcFileSystem) {
            return false;
        }
    }

    private static boolean hasUserNamespaces() {
        try {
            return !execute(Stream.concat(USER_NAMESPACE.stream(), Stream.of("true"))
                            .toList())
                    .failed();
        } catch (StartRefused noSuchProgram) {
            return false;
        }
    }

    private static Command execute(List<String> words) {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            throw new StartRefused("Cannot run " + words.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while running " + words.get(0) + ".", e);
        }
    }
}
