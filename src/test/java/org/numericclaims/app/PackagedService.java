package org.numericclaims.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service as it is shipped, in a process of its own on any free port. */
final class PackagedService implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final String address;
    private final StringBuffer said;

    private PackagedService(Process process, String address, StringBuffer said) {
        this.process = process;
        this.address = address;
        this.said = said;
    }

    /** Starts it on the database in that folder, and returns once it listens. */
    static PackagedService start(Path data, Map<String, String> settings) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", "target/quarkus-app/quarkus-run.jar").redirectErrorStream(true);
        builder.environment().put("CLAIMS_DATA_DIR", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(settings);
        var process = builder.start();
        var said = new StringBuffer();
        return new PackagedService(process, address(process.inputReader(), said), said);
    }

    /** Where it listens. */
    String address() {
        return address;
    }

    /** What it has printed so far. */
    String said() {
        return said.toString();
    }

    /** Stops it as an operator does, by SIGTERM. */
    void stop() {
        process.toHandle().destroy(); // unlike that of the process it leaves its output open, to be read to its end
        await();
    }

    /** Ends it at once, by SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void await() {
        if (process.onExit().completeOnTimeout(null, 30, TimeUnit.SECONDS).join() == null) {
            process.destroyForcibly();
            throw new IllegalStateException("The service did not end within 30 s.");
        }
    }

    private static String address(BufferedReader log, StringBuffer said) throws IOException {
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            var match = LISTENING.matcher(line);
            if (match.find()) {
                drain(log, said);
                return match.group(1);
            }
        }
        throw new IOException("The service ended before it listened: " + said);
    }

    // a full pipe would stop the service at its next word
    private static void drain(BufferedReader log, StringBuffer said) {
        var drain =
                new Thread(() -> log.lines().forEach(line -> said.append(line).append('\n')), "drain-log");
        drain.setDaemon(true);
        drain.start();
    }
}
