package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.app.OpenRequest.LAST_CHUNK;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service stopped by SIGTERM in the middle of its work. */
class StoppedServiceIT {

    private static final int TERMINATED = 128 + 15;
    private static final int SECONDS_TO_END = 30;
    private static final int LONG_CLAIMS = 450;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ClaimFile FILE = new ClaimFile("Somebody");
    private static final ClaimFile SLOW = new ClaimFile("Somebody slow");

    /** Names that an import makes, one of which takes longer than the service may take to end. */
    private static final String SLOW_NAMES = """
            create function slow() returns trigger language plpgsql as $$
              begin perform pg_sleep(60); return new; end $$;
            create trigger slow before insert on claimant for each row when (new.name = 'Somebody slow')
              execute function slow()""";

    private static final String BUSY = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";

    @TempDir
    Path data;

    @Test
    void whatRunsIsFinished() throws Exception {
        try (var service = PackagedService.start(data, Map.of())) {
            addLongClaims(service);
            try (var events = listen(service);
                    var download = download(service);
                    var file = FILE.begin(
                            service,
                            DatabaseBehind.in(data),
                            FILE.text().length() + FILE.rows().length())) {
                service.terminate();
                service.awaitReady(false, SOON);
                assertThat(service.status("/health/live")).isEqualTo(200);
                assertThat(events.rest()).endsWith(LAST_CHUNK);
                file.send(FILE.rows());
                assertThat(file.rest()).startsWith("HTTP/1.1 200");
                assertThat(download.rest()).endsWith(LAST_CHUNK);
            }
            assertThat(service.awaitEnd(SECONDS_TO_END)).isEqualTo(TERMINATED);
            assertThat(Postmaster.of(data.resolve("pgdata"))).isEmpty();
        }
        try (var database = EmbeddedPostgres.start(data)) {
            assertThat(DatabaseBehind.behind(database).ask("select count(*) from claim"))
                    .isEqualTo(String.valueOf(LONG_CLAIMS + ClaimFile.ROWS));
        }
    }

    @Test
    void whatDoesNotEndIsTakenBackAndAnAnswerCutOffIsRecognized() throws Exception {
        try (var external = ExternalDatabase.start();
                var writers = new Writers()) {
            var database = external.first();
            try (var service = PackagedService.start(data, database.settings())) {
                addLongClaims(service);
                database.run(SLOW_NAMES);
                try (var events = listen(service);
                        var download = download(service);
                        var file = FILE.begin(service, database, 100_000_000);
                        var busy = SLOW.send(service)) {
                    database.await(BUSY, 1);
                    writers.start(service);
                    Thread.sleep(500);
                    service.terminate();
                    assertThat(service.awaitEnd(SECONDS_TO_END)).isEqualTo(TERMINATED);
                    assertThat(download.rest()).doesNotEndWith(LAST_CHUNK);
                    assertThat(events.rest()).endsWith(LAST_CHUNK);
                    assertThat(file.rest()).doesNotStartWith("HTTP/1.1 2");
                    assertThat(busy.rest()).doesNotStartWith("HTTP/1.1 2");
                }
            }
            writers.stop();
            database.await(ClaimFile.RUNNING, 0);
            assertThat(database.count("select count(*) from claimant where name like 'Somebody%'"))
                    .isZero();
            writers.assertAllIsThere(database);
        }
    }

    /** Adds 9 MB of them: more than sockets hold. */
    private static void addLongClaims(PackagedService service) {
        var claims = IntStream.rangeClosed(1, LONG_CLAIMS)
                .mapToObj(
                        n -> "{\"figure\":1,\"unit\":\"people\",\"claimant\":\"A\",\"date\":\"2025\",\"source\":\"B\","
                                + "\"subject\":\"Long " + n + "\",\"quote\":\"" + "long ".repeat(3_999) + "\"}")
                .collect(Collectors.joining(",", "{\"claims\":[", "]}"));
        given().contentType("application/json")
                .body(claims)
                .post(service.address() + "/v1/claims/import")
                .then()
                .body("created", is(LONG_CLAIMS));
    }

    private static OpenRequest listen(PackagedService service) throws IOException {
        var events = OpenRequest.of(service, "GET /v1/changes?after=now HTTP/1.1", "Accept: text/event-stream");
        events.readUntil("Changes follow as they come.");
        return events;
    }

    private static OpenRequest download(PackagedService service) throws IOException {
        var download = OpenRequest.of(service, "GET /v1/claims?format=ndjson HTTP/1.1");
        download.readUntil("\"figure\"");
        return download;
    }
}
