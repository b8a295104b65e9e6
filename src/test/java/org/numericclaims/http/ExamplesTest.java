package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_EACH_DATABASE = List.of("id", "source_id", "created_at", "updated_at");

    @TestFactory
    Stream<DynamicTest> everyExampleOfABodyIsTaken() throws IOException {
        return Documented.operations().stream()
                .filter(this::covers)
                .flatMap(operation -> operation.bodies().entrySet().stream()
                        .map(body -> dynamicTest(operation.id() + " " + body.getKey(), () -> {
                            var example = Documented.example(body.getValue());
                            var answer = new Provocation(operation)
                                    .of(operation.success())
                                    .with("Content-Type", body.getKey())
                                    .withBody(example.isTextual() ? example.textValue() : example.toString())
                                    .send();
                            // it was taken before, or what to merge into is not there
                            int known = operation.path().endsWith("/merge") ? 422 : 409;
                            assertThat(answer.status()).as(answer.body()).isIn(operation.success(), known);
                        })));
    }

    /** Keys would close the database of all tests for good: KeysTest sends theirs. */
    boolean covers(Documented operation) {
        return !operation.isOfKeys();
    }

    @Test
    void theExampleOfAClaimIsAnsweredWithTheExample() throws IOException {
        var operation = operation("addClaim");
        var answer = send(operation, operation.path() + "?duplicate=allow");
        assertThat(everywhere(answer)).isEqualTo(everywhere(answerExample(operation)));
    }

    @Test
    void theExampleOfWordsIsAnsweredWithTheExample() throws IOException {
        var operation = operation("parseFigure");
        assertThat(send(operation, operation.path())).isEqualTo(answerExample(operation));
    }

    @Test
    void theExampleOfAUnitIsAUnit() throws IOException {
        var answer = JSON.readTree(Raw.ask("GET /v1/units").body());
        assertThat(answer.path("items"))
                .contains(answerExample(operation("listUnits")).path("items").get(0));
    }

    private static Documented operation(String id) throws IOException {
        return Documented.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode answerExample(Documented operation) {
        return Documented.example(operation.content(operation.success()).get("application/json"));
    }

    private static JsonNode send(Documented operation, String path) throws IOException {
        var body = Documented.example(operation.bodies().get("application/json"));
        var answer = new Provocation(operation).of(operation.success()).to(path).withBody(body.toString());
        return JSON.readTree(answer.send().body());
    }

    private static JsonNode everywhere(JsonNode claim) {
        return ((ObjectNode) claim).remove(OF_EACH_DATABASE);
    }
}
