package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped service killed while eight clients write, round after round on one database: what was acknowledged is
 * there, nothing is there by half, and what was not acknowledged can be sent again. {@code -Drounds=100} kills it that
 * often.
 */
class KilledWritesIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 2);
    private static final int WRITERS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** How many claims have not just the versions, and changes that were told, that their number says. */
    private static final String HALF = """
            select count(*) from claim c
            where (select count(*) from claim_version v where v.id = c.id) <> c.version - 1
               or (select count(*) from change h where h.thing = 'claim' and h.thing_id = c.id) <> c.version""";

    private static final String TWICE =
            "select count(*) from (select subject_id from claim group by subject_id having count(*) > 1) twice";

    @TempDir
    Path data;

    /** By the key with which it was sent: its path. */
    private final Map<String, String> claims = new ConcurrentHashMap<>();

    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    /** By its path the figure, which is the version too, that was acknowledged last, and that was sent last. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private int kills;

    @Test
    void whatWasAcknowledgedIsThereAndNothingByHalf() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (var service = PackagedService.start(data, Map.of())) {
                look(service);
                killWhileWriting(service);
            }
        }
        try (var service = PackagedService.start(data, Map.of())) {
            look(service);
            assertThat(count(HALF)).isZero();
            assertThat(count(TWICE)).isZero();
            assertThat(count("select count(*) from claim")).isEqualTo(claims.size());
        }
        assertThat(claims).hasSizeGreaterThan(kills);
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, kills + " kills, " + claims.size() + " claims, all there");
    }

    /** What was acknowledged since the last look is there; what was not is sent again, and is there once. */
    private void look(PackagedService service) throws Exception {
        for (var claim : acknowledged.keySet()) {
            var found = JSON.readTree(get(service, claim).body());
            int figure = found.path("figure").asInt();
            assertThat(figure).as(claim).isBetween(acknowledged.get(claim), sent.get(claim));
            assertThat(found.path("version").asInt()).as(claim).isEqualTo(figure);
        }
        acknowledged.clear();
        sent.clear();
        for (var key : unanswered) {
            assertThat(add(service, key).statusCode()).isEqualTo(201);
        }
        unanswered.clear();
    }

    private void killWhileWriting(PackagedService service) throws Exception {
        var writers = Executors.newFixedThreadPool(WRITERS);
        var work = IntStream.range(0, WRITERS)
                .mapToObj(n -> writers.submit(() -> write(service)))
                .toList();
        Thread.sleep(ThreadLocalRandom.current().nextInt(500, 3_000));
        service.kill();
        kills++;
        for (var one : work) {
            try {
                one.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(IOException.class); // it was killed meanwhile
            }
        }
        writers.shutdown();
    }

    /** Adds claims and corrects them until nobody answers any more. */
    private Void write(PackagedService service) throws Exception {
        while (true) {
            var key = UUID.randomUUID().toString();
            unanswered.add(key);
            var added = add(service, key);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            var claim = claims.get(key);
            acknowledged.put(claim, 1);
            sent.put(claim, 1);
            unanswered.remove(key);
            for (int figure = 2; figure < 5; figure++) {
                sent.put(claim, figure);
                var changed = change(service, claim, figure);
                assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
                acknowledged.put(claim, figure);
            }
        }
    }

    private HttpResponse<String> add(PackagedService service, String key) throws Exception {
        var body = "{\"figure\":1,\"unit\":\"people\",\"subject\":\"About " + key
                + "\",\"claimant\":\"A\",\"date\":\"2025\",\"source\":\"B\"}";
        var added = send(request(service, "/v1/claims")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
        added.headers()
                .firstValue("Location")
                .ifPresent(location -> claims.put(key, URI.create(location).getPath()));
        return added;
    }

    private static HttpResponse<String> change(PackagedService service, String claim, int figure) throws Exception {
        return send(request(service, claim)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofString("{\"figure\":" + figure + "}")));
    }

    private static HttpResponse<String> get(PackagedService service, String claim) throws Exception {
        var answer = send(request(service, claim).GET());
        assertThat(answer.statusCode()).as(claim).isEqualTo(200);
        return answer;
    }

    private static HttpRequest.Builder request(PackagedService service, String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private long count(String sql) throws Exception {
        var port = Files.readAllLines(data.resolve("pgdata/postmaster.pid")).get(3);
        var password = Files.readString(data.resolve("password")).strip();
        try (var db = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "claims", password);
                var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
