package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service with more requests at once than it can serve, since all of them wait for a locked table. */
class OverloadIT {

    private static final int CLIENTS = 500;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    @TempDir
    Path data;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whoCannotBeServedIsToldInTime() throws Exception {
        try (var external = ExternalDatabase.start();
                var service = PackagedService.start(data, external.first().settings())) {
            for (var path : List.of("/v1/claimants", "/v1/nothing")) { // whatever is asked, its place is given back
                all(service, path).forEach(answer -> assertThat(status(answer)).isIn(200, 404, 503));
            }
            try (var db = external.first().connect();
                    var statement = db.createStatement()) {
                db.setAutoCommit(false);
                statement.execute("lock table claimant");
                var answers = all(service, "/v1/claimants");
                long asked = System.nanoTime();
                assertThat(service.status("/health/live")).isEqualTo(200);
                assertThat(since(asked)).isLessThan(LONGEST_ANSWER);
                answers.forEach(OverloadIT::assertRefusedInTime);
            }
            assertThat(service.status("/v1/claimants")).isEqualTo(200);
        }
    }

    private record Answer(HttpResponse<String> response, Duration took) {}

    private List<CompletableFuture<Answer>> all(PackagedService service, String path) {
        return IntStream.range(0, CLIENTS).mapToObj(i -> answer(service, path)).toList();
    }

    private CompletableFuture<Answer> answer(PackagedService service, String path) {
        var request =
                HttpRequest.newBuilder(URI.create(service.address() + path)).build();
        long asked = System.nanoTime();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> new Answer(response, since(asked)));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static int status(CompletableFuture<Answer> answer) {
        return answer.join().response().statusCode();
    }

    private static void assertRefusedInTime(CompletableFuture<Answer> refused) {
        assertThat(status(refused)).isEqualTo(503);
        var answer = refused.join();
        assertThat(answer.response().body()).containsAnyOf("\"busy\"", "\"overloaded\"");
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.took()).isLessThan(LONGEST_ANSWER);
    }
}
