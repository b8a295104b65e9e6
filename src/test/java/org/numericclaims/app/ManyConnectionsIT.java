package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service with as many idle connections and listeners as it has to bear: others are served. */
class ManyConnectionsIT {

    private static final int STREAMS = 1_000;
    private static final int CONNECTIONS = 10_000;

    /** What else needs files here and there. */
    private static final int OTHER_FILES = 1_000;

    private static final String SESSIONS_AT_WORK = "select count(*) from pg_stat_activity"
            + " where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()";

    @TempDir
    Path data;

    @Test
    void idleConnectionsAndListenersKeepNobodyOut() throws Exception {
        try (var external = ExternalDatabase.start();
                var service = PackagedService.start(data, external.first().settings())) {
            var connections = new ArrayList<Socket>();
            var streams = new ArrayList<OpenRequest>();
            try {
                connectAndListen(service, connections, streams);
                external.first().await(SESSIONS_AT_WORK, 0);
                assertThat(service.status("/v1/claims")).isEqualTo(200);
                var path = addClaimant(service);
                for (var stream : streams) {
                    stream.readUntil(path);
                }
            } finally {
                closeAll(connections);
                closeAll(streams);
            }
        }
    }

    private void connectAndListen(PackagedService service, List<Socket> connections, List<OpenRequest> streams)
            throws IOException {
        int most = Math.min(CONNECTIONS, filesThatMayBeOpen() - STREAMS - OTHER_FILES);
        while (connections.size() < most) {
            connections.add(connect(service));
        }
        while (streams.size() < STREAMS) {
            streams.add(listen(service));
        }
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, connections.size() + " connections, " + streams.size() + " streams");
    }

    /** As many as this process may have, and the service as well. */
    private static int filesThatMayBeOpen() {
        var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount());
    }

    private static Socket connect(PackagedService service) throws IOException {
        var address = URI.create(service.address());
        return new Socket(address.getHost(), address.getPort());
    }

    private static OpenRequest listen(PackagedService service) throws IOException {
        var stream = OpenRequest.of(service, "GET /v1/changes?after=now HTTP/1.1", "Accept: text/event-stream");
        stream.readUntil("Changes follow as they come.");
        return stream;
    }

    private static String addClaimant(PackagedService service) {
        var location = given().contentType("application/json")
                .body("{\"name\":\"Heard by all\"}")
                .post(service.address() + "/v1/claimants")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return URI.create(location).getPath();
    }

    private static void closeAll(List<? extends AutoCloseable> open) throws Exception {
        for (var one : open) {
            one.close();
        }
    }
}
