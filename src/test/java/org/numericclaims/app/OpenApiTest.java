package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.numericclaims.http.Documented;
import org.numericclaims.http.Shape;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @Test
    void whatIsServedIsWhatTheBuildWrote() throws IOException {
        assertThat(Documented.document()).isEqualTo(Documented.written());
    }

    @Test
    void everyOperationSaysWhatItIsAndWhatItRefuses() throws IOException {
        assertThat(Documented.operations()).hasSizeGreaterThan(8).allSatisfy(documented -> {
            var operation = documented.operation();
            assertThat(documented.id()).matches("[a-z][a-zA-Z]+");
            assertThat(operation.path("tags")).hasSize(1);
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertDescribed(documented.id(), operation);
            assertThat(operation.path("responses").has("400")).isTrue();
            assertThat(operation.path("responses")).allSatisfy(response -> assertDescribed(documented.id(), response));
            assertThat(operation.path("parameters"))
                    .allSatisfy(parameter -> assertDescribed(
                            documented.id() + " " + parameter.path("name").asText(), parameter));
        });
        assertThat(Documented.operations().stream().map(Documented::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyTagSchemaAndPropertyIsDescribed() throws IOException {
        assertThat(Documented.document().path("tags"))
                .isNotEmpty()
                .allSatisfy(tag -> assertDescribed(tag.path("name").asText(), tag));
        var schemas = Documented.document().path("components").path("schemas").properties();
        assertThat(schemas).isNotEmpty().allSatisfy(schema -> {
            if (schema.getValue().has("properties")) {
                assertDescribed(schema.getKey(), schema.getValue());
            }
            assertThat(schema.getValue().path("properties").properties())
                    .allSatisfy(property ->
                            assertDescribed(schema.getKey() + "." + property.getKey(), property.getValue()));
        });
    }

    @Test
    void everyAnswerHasAnExampleOfJustItsShape() throws IOException {
        var document = Documented.document();
        assertThat(Documented.operations())
                .allSatisfy(operation -> operation.responses().forEach((status, response) -> {
                    var content = response.path("content").path("application/json");
                    if (!content.isMissingNode()) {
                        var example = Documented.example(content);
                        assertThat(Shape.ofAnswer(document, content.path("schema"), example))
                                .as(operation.id() + " " + status + ": " + example)
                                .isEmpty();
                    }
                }));
    }

    @Test
    void everyBodyHasAnExampleThatFits() throws IOException {
        var document = Documented.document();
        assertThat(Documented.operations())
                .allSatisfy(operation -> operation
                        .bodies()
                        .forEach((type, content) -> assertThat(
                                        Shape.ofBody(document, content.path("schema"), Documented.example(content)))
                                .as(operation.id() + " " + type)
                                .isEmpty()));
    }

    @Test
    void whatIsReferredToIsInTheDocumentAndNothingElse() throws IOException {
        var document = Documented.document();
        var referred = document.findValuesAsText("$ref");
        assertThat(referred)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        document.path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(referred).contains("#/components/schemas/" + name));
    }

    @Test
    void theDocumentCanBeTriedWithNothingFromElsewhere() {
        var page = given().get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        var assets = ASSET.matcher(page.asString())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(assets).isNotEmpty().allSatisfy(asset -> {
            assertThat(asset).doesNotContain("//");
            assertThat(given().get("/docs/" + asset).statusCode()).as(asset).isEqualTo(200);
        });
        assertThat(page.asString())
                .doesNotContain("http:", "https:")
                .contains("url: '/openapi'", "validatorUrl: 'none'");
    }

    private static void assertDescribed(String what, JsonNode described) {
        assertThat(described.path("description").asText()).as(what).isNotBlank();
    }
}
