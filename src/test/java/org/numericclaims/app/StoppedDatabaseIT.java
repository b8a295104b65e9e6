package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the operator's own whose processes are stopped, so that nobody says that it is away. */
class StoppedDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    @TempDir
    Path data;

    @Test
    void theServiceSaysSoAndGoesOnWhenItIsBack() throws Exception {
        try (var database = ExternalDatabase.start()) {
            var talkative = new HashMap<>(database.first().settings());
            talkative.put("QUARKUS_LOG_LEVEL", "DEBUG");
            database.signal("STOP");
            try (var service = PackagedService.launch(List.of(), data, talkative);
                    var writers = new Writers()) {
                isAway(service.awaitAddress());
                database.signal("CONT");
                service.awaitReady(true, SOON);
                writers.start(service);
                Thread.sleep(1_000);
                database.signal("STOP");
                service.awaitReady(false, LONGEST_ANSWER);
                isAway(service);
                Thread.sleep(LONGEST_ANSWER.toMillis()); // as long as those may wait who asked before
                database.signal("CONT");
                service.awaitReady(true, SOON);
                writers.stop();
                assertThat(writers.refusals()).containsExactly("database_unavailable");
                assertThat(writers.slowest()).isLessThan(LONGEST_ANSWER);
                writers.sendAgain(service);
                writers.assertAllIsThere(database.first());
                service.stop();
                assertThat(service.said())
                        .contains("The database is ready")
                        .doesNotContain(database.first().password());
            } finally {
                database.signal("CONT");
            }
        }
    }

    private static void isAway(PackagedService service) {
        given().contentType("application/json")
                .body("{\"name\":\"Nobody\"}")
                .post(service.address() + "/v1/claimants")
                .then()
                .statusCode(503)
                .body("code", is("database_unavailable"));
        assertThat(service.status("/health/ready")).isEqualTo(503);
        assertThat(service.status("/health/live")).isEqualTo(200);
    }
}
