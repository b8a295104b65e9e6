package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database killed while eight clients write: it comes back by itself with all that was acknowledged. */
class KilledDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String A_SESSION =
            "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1";

    @TempDir
    Path data;

    @Test
    void itComesBackByItselfWithAllThatWasAcknowledged() throws Exception {
        try (var service = PackagedService.start(data, Map.of());
                var writers = new Writers()) {
            long server = Postmaster.of(data.resolve("pgdata")).orElseThrow().pid();
            writesGoOnAfter(server, service, writers);
            assertThat(Postmaster.of(data.resolve("pgdata")).orElseThrow().pid())
                    .isNotEqualTo(server);
            // PostgreSQL then ends all others too, since it cannot know what that one has left in their memory
            writesGoOnAfter(DatabaseBehind.in(data).count(A_SESSION), service, writers);
            assertThat(writers.refusals()).containsExactly("database_unavailable");
            assertThat(DatabaseBehind.in(data).ask("show fsync")).isEqualTo("on");
        }
    }

    private void writesGoOnAfter(long victim, PackagedService service, Writers writers) throws Exception {
        writers.start(service);
        Thread.sleep(1_000);
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        service.awaitReady(false, SOON);
        assertThat(service.status("/v1/claimants")).isEqualTo(503);
        assertThat(service.status("/health/live")).isEqualTo(200);
        service.awaitReady(true, SOON);
        int before = writers.writes();
        Thread.sleep(1_000);
        writers.stop();
        assertThat(writers.writes()).isGreaterThan(before);
        writers.assertAllIsThere(DatabaseBehind.in(data));
        writers.sendAgain(service);
        writers.assertAllIsThere(DatabaseBehind.in(data));
    }
}
