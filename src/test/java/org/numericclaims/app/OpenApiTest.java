package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsServedIsWhatTheBuildWrote() throws IOException {
        JsonNode written = JSON.readTree(Path.of("openapi/openapi.json").toFile());
        JsonNode served = document();
        assertThat(served).isEqualTo(written);
    }

    @Test
    void everyOperationHasANameATagASummaryAndItsRefusals() throws IOException {
        var operations = operations();
        assertThat(operations).hasSizeGreaterThan(8);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).matches("[a-z][a-zA-Z]+");
            assertThat(operation.path("tags")).hasSize(1);
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("responses").has("400")).isTrue();
        });
        assertThat(operations.stream().map(o -> o.path("operationId").asText())).doesNotHaveDuplicates();
    }

    @Test
    void whatIsReferredToIsInTheDocument() throws IOException {
        var document = document();
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    private static List<JsonNode> operations() throws IOException {
        var operations = new ArrayList<JsonNode>();
        document()
                .path("paths")
                .forEach(path -> path.properties().stream()
                        .filter(field ->
                                List.of("get", "post", "put", "patch", "delete").contains(field.getKey()))
                        .forEach(field -> operations.add(field.getValue())));
        return operations;
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(given().get("/openapi?format=json").asByteArray());
    }
}
