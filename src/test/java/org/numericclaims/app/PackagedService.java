package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The service as it is shipped, in a process of its own on any free port. */
final class PackagedService implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s\"]+)");
    private static final int SECONDS_TO_END = 30;

    /** It ends before it would gain by being compiled twice, which takes as much of the processor as all else it does. */
    private static final List<String> FOR_SECONDS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final long POLL_NANOS = 20_000_000;

    private final Process process;
    private final StringBuffer said = new StringBuffer();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "read-log");

    private PackagedService(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it on the database in that folder, unless the settings name another, and returns once it is ready. */
    static PackagedService start(Path data, Map<String, String> settings) throws IOException {
        var service = launch(List.of(), data, settings).awaitAddress();
        service.awaitReady(true, Duration.ofSeconds(60)); // on a machine with much else to do it listens before
        return service;
    }

    /** Starts it by that command, which is followed by its own, without waiting for it. */
    static PackagedService launch(List<String> command, Path data, Map<String, String> settings) throws IOException {
        var words = new ArrayList<>(command);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FOR_SECONDS);
        words.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("CLAIMS_DATA_DIR", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("CLAIMS_RATE_LIMIT", "0"); // all clients of a test have one address
        builder.environment().putAll(settings);
        return new PackagedService(builder.start());
    }

    /** Returns once it listens. */
    PackagedService awaitAddress() throws IOException {
        try {
            address.get();
            return this;
        } catch (ExecutionException e) {
            throw new IOException("The service ended before it listened: " + said, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    String address() {
        return address.join();
    }

    long pid() {
        return process.pid();
    }

    /** What it has printed so far. */
    String said() {
        return said.toString();
    }

    /** The status of that path. */
    int status(String path) {
        return given().get(address() + path).statusCode();
    }

    /** Waits until it is ready, or says that it is not. */
    void awaitReady(boolean yes, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (status("/health/ready") != (yes ? 200 : 503)) {
            assertThat(Instant.now()).as("until ready is %s", yes).isBefore(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Stops it as an operator does, by SIGTERM. */
    void stop() {
        terminate();
        awaitEnd(SECONDS_TO_END);
    }

    /** Asks it to end, by SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // unlike that of the process it leaves its output open, to be read to its end
    }

    /** Ends it at once, by SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(SECONDS_TO_END);
    }

    /** Waits so long until it has ended, and returns its exit status. */
    int awaitEnd(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not end within " + seconds + " s: " + said);
            }
            reader.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    // to its end, because a full pipe would stop the service at its next word
    private void read() {
        process.inputReader().lines().forEach(line -> {
            said.append(line).append('\n');
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                address.complete(listening.group(1));
            }
        });
        address.completeExceptionally(new IOException("It has ended."));
    }
}
