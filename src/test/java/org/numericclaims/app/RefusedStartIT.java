package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the shipped service from starting: it says so at once, and leaves nothing behind. */
class RefusedStartIT {

    private static final int SECONDS_TO_REFUSE = 5;

    @TempDir
    Path data;

    @Test
    void aFolderInUse() throws Exception {
        try (var database = EmbeddedPostgres.start(data)) {
            assertThat(refused(data, Map.of())).contains(data.toRealPath() + " is in use");
            assertThat(DatabaseBehind.behind(database).ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        assertThat(refused(Path.of("/proc/claims"), Map.of())).contains("/proc/claims cannot be written");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(refused(data, Map.of("QUARKUS_HTTP_PORT", port))).contains("127.0.0.1:" + port);
            assertThat(data).isEmptyDirectory();
        }
    }

    /** What it says before it ends, in time and not as if all were well. */
    private static String refused(Path data, Map<String, String> settings) throws IOException {
        try (var service = PackagedService.launch(List.of(), data, settings)) {
            assertThat(service.awaitEnd(SECONDS_TO_REFUSE)).isNotZero();
            return service.said();
        }
    }
}
