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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Eight clients that add claims, each about a subject and under a key of its own, and correct them as long as they are
 * answered; and what they were told. The figure of a claim is always its version.
 */
final class Writers implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int CORRECTIONS = 3;
    private static final int SECONDS_TO_END = 60;
    private static final int TRIES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Claims without just the versions and the changes that their number says, or with the bounds of another figure. */
    private static final String HALF = """
            select count(*) from claim c
            full join (select id, count(*) as number from claim_version where figure = version group by id) v using (id)
            full join (select thing_id as id, count(*) as number from change where thing = 'claim' group by 1) h using (id)
            where c.version is null or c.figure <> c.version or c.figure not between c.low and c.high
               or coalesce(v.number, 0) <> c.version - 1 or h.number is distinct from c.version""";

    private static final String TWICE =
            "select count(*) from (select subject_id from claim group by subject_id having count(subject_id) > 1) twice";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** By the key with which it was sent: its id. */
    private final Map<String, String> claims = new ConcurrentHashMap<>();

    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    /** By the id of a claim the figure that was acknowledged last, and that was sent last. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();

    /** Codes of the problems with status 503 that they were answered. */
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final List<Future<Void>> work = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private volatile boolean stopped;

    /** They write, each to one of the services, until it ends or they are stopped. */
    void start(PackagedService... services) {
        stopped = false;
        for (int client = 0; client < CLIENTS; client++) {
            var address = services[client % services.length].address();
            work.add(threads.submit(() -> write(address)));
        }
    }

    /** Lets each end what it does, and tells of the first answer that it should not have had. */
    void stop() throws Exception {
        stopped = true;
        for (var one : work) {
            one.get(SECONDS_TO_END, TimeUnit.SECONDS);
        }
        work.clear();
    }

    /** Sends again, under the same key, each claim of which they do not know whether it was added. */
    void sendAgain(PackagedService service) throws Exception {
        for (var key : List.copyOf(unanswered)) {
            for (int i = 0; i < TRIES && !add(service.address(), key); i++) {
                Thread.sleep(100);
            }
        }
        assertThat(unanswered).isEmpty();
    }

    /** How many writes were acknowledged. */
    int writes() {
        return writes.get();
    }

    /** Waits until so many more were, for a minute. */
    void awaitMore(int number) throws InterruptedException {
        int wanted = writes.get() + number;
        var deadline = Instant.now().plusSeconds(SECONDS_TO_END);
        while (writes.get() < wanted) {
            assertThat(Instant.now()).as("until %s more writes", number).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    /** The ids of the claims that were acknowledged. */
    Collection<String> claims() {
        return claims.values();
    }

    /** How long the slowest answer took. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    Set<String> refusals() {
        return refusals;
    }

    /** What was acknowledged is there, nothing is there by half, and no claim of a key twice. */
    void assertAllIsThere(DatabaseBehind database) throws SQLException {
        var lost = new HashSet<>(acknowledged.keySet());
        try (var db = database.connect();
                var statement = db.createStatement();
                var row = statement.executeQuery("select id, figure from claim")) {
            while (row.next()) {
                var claim = row.getString(1);
                if (acknowledged.containsKey(claim)) {
                    assertThat(row.getInt(2)).as(claim).isBetween(acknowledged.get(claim), sent.get(claim));
                    lost.remove(claim);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(database.count(HALF)).as("claims by half").isZero();
        assertThat(database.count(TWICE)).as("claims of one key").isZero();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }

    private Void write(String address) throws InterruptedException {
        try {
            while (!stopped) {
                var key = UUID.randomUUID().toString();
                unanswered.add(key);
                if (!add(address, key) || !correct(address, claims.get(key))) {
                    Thread.sleep(50);
                }
            }
        } catch (IOException ended) {
            // nobody answers any more
        }
        return null;
    }

    private boolean add(String address, String key) throws IOException, InterruptedException {
        var body = "{\"figure\":1,\"unit\":\"people\",\"subject\":\"About " + key
                + "\",\"claimant\":\"A\",\"date\":\"2025\",\"source\":\"B\"}";
        var answer = send(request(address, "/v1/claims")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
        if (!isDone(answer, 201)) {
            return false;
        }
        var location = answer.headers().firstValue("Location").orElseThrow();
        var claim = location.substring(location.lastIndexOf('/') + 1);
        acknowledged.put(claim, 1);
        sent.put(claim, 1);
        claims.put(key, claim);
        unanswered.remove(key);
        return true;
    }

    private boolean correct(String address, String claim) throws IOException, InterruptedException {
        for (int figure = 2; figure < 2 + CORRECTIONS; figure++) {
            sent.put(claim, figure);
            var answer = send(request(address, "/v1/claims/" + claim)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .method("PATCH", BodyPublishers.ofString("{\"figure\":" + figure + "}")));
            if (!isDone(answer, 200)) {
                return false;
            }
            acknowledged.put(claim, figure);
        }
        return true;
    }

    /** Whether it was done; if not, it has to be by a 503, or since the first try has not ended. */
    private boolean isDone(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() == status) {
            writes.incrementAndGet();
            return true;
        }
        var code = JSON.readTree(answer.body()).path("code").asText();
        if (answer.statusCode() == 503) {
            refusals.add(code);
        } else {
            assertThat(code).as(answer.body()).isEqualTo("idempotency_key_in_use");
        }
        return false;
    }

    private static HttpRequest.Builder request(String address, String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var answer = http.send(request.build(), BodyHandlers.ofString());
        slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        return answer;
    }
}
