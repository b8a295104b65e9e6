package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DocumentedStatusesTest {

    static final int TOO_MANY = 429;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTLING = "select pg_advisory_xact_lock(hashtextextended('claims settle', 0))";
    private static final String WAITING = "select 1 from pg_locks where locktype = 'advisory' and not granted";

    @Inject
    AgroalDataSource pool;

    private Map<String, Raw.Answer> unavailable;

    @TestFactory
    Stream<DynamicTest> everyStatusOfEveryOperation() throws IOException {
        var document = Documented.document();
        var operations = Documented.operations();
        return operations.stream()
                .flatMap(operation -> operation.statuses().stream()
                        .filter(status -> covers(operation, status))
                        .map(status -> dynamicTest(operation.id() + " " + status, () -> {
                            var request = new Provocation(operation).of(status);
                            var answer = answer(operation, status, request, operations);
                            assertThat(answer.status())
                                    .as("%s: %s", operation.id(), answer.body())
                                    .isEqualTo(status);
                            assertForm(document, operation, answer);
                            if (status >= 400 || status == 308) {
                                assertProblem(request, answer);
                            }
                        })));
    }

    /** Keys would close the database of all tests for good, and a limit would hold them up: each has its own service. */
    boolean covers(Documented operation, int status) {
        return !operation.isOfKeys() && status != TOO_MANY;
    }

    Raw.Answer answer(Documented operation, int status, Request request, List<Documented> operations) throws Exception {
        if (status == 503) {
            return unavailable(operations.stream()
                            .filter(other -> covers(other, status))
                            .toList())
                    .get(operation.id());
        }
        return status == 409 && operation.id().equals("importClaims") ? overtaken(request) : request.send();
    }

    /** The media type is one that is documented, and the members are those of the schema; or there is no body. */
    private static void assertForm(JsonNode document, Documented operation, Raw.Answer answer) throws IOException {
        var content = operation.content(answer.status());
        if (content.isEmpty()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        var type = answer.headers().get("Content-Type").replaceFirst(";.*", "");
        assertThat(content).containsKey(type);
        if (!type.endsWith("json")) {
            return;
        }
        var schema = content.get(type).path("schema");
        assertThat(Shape.ofAnswer(document, schema, JSON.readTree(answer.body())))
                .isEmpty();
    }

    private static void assertProblem(Request request, Raw.Answer answer) throws IOException {
        var problem = JSON.readTree(answer.body()); // the JsonPath of the answer compiles each expression
        int status = answer.status();
        var code = problem.path("code").asText();
        answer.isProblem(status, Provocation.CODES.getOrDefault(status, code));
        assertThat(code).matches("[a-z]+(_[a-z]+)*");
        assertThat(problem.path("type").asText()).endsWith(":" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isEqualTo(request.path().replaceFirst("\\?.*", ""));
        assertThat(answer.headers().containsKey("Retry-After")).isEqualTo(status == 503 || status == TOO_MANY);
        assertThat(answer.headers().containsKey("Location")).isEqualTo(status == 308);
    }

    /** What each operation answers while the database is away, which it is once for all of them. */
    private Map<String, Raw.Answer> unavailable(List<Documented> operations) throws Exception {
        if (unavailable == null) {
            var requests = new HashMap<String, Request>();
            for (var operation : operations) {
                requests.put(operation.id(), new Provocation(operation).of(503));
            }
            unavailable = DatabaseAway.during(() -> {
                var answers = new HashMap<String, Raw.Answer>();
                for (var request : requests.entrySet()) {
                    answers.put(request.getKey(), request.getValue().send());
                }
                return answers;
            });
        }
        return unavailable;
    }

    /** What an import answers whose claim is there again before it has ended: that takes three requests. */
    private Raw.Answer overtaken(Request upload) throws Exception {
        var claim = JSON.readTree(upload.body()).at("/claims/0").toString();
        var address = Things.add("claims", claim);
        var change = Request.of("DELETE", address).with("If-Match", "*");
        assertThat(change.send().status()).isEqualTo(204);
        try (var other = pool.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(SETTLING);
            var answer = new FutureTask<>(upload::send);
            new Thread(answer).start();
            while (!statement.executeQuery(WAITING).next() && !answer.isDone()) {
                Thread.sleep(20);
            }
            var back = new Request("PATCH", address, change.headers(), "{\"status\": \"active\"}");
            assertThat(back.with("Content-Type", "application/json").send().status())
                    .isEqualTo(200);
            other.rollback();
            return answer.get(10, TimeUnit.SECONDS);
        }
    }
}
