package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** What the document that was released last promises to clients is kept, unless its version is another. */
class ReleasedDocumentTest {

    private static final Path RELEASED = Path.of("openapi/released.json");
    private static final Path NOW = Path.of("openapi/openapi.json");
    private static final String PARAMETERS = "/paths/~1v1~1facets/get/parameters";
    private static final String MEMBERS = "/components/schemas/Claim/properties";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatClientsRelyOnIsKept() throws IOException {
        var released = Files.readString(RELEASED);
        var now = Files.readString(NOW);
        if (version(released).equals(version(now))) {
            assertThat(broken(released, now)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> aBreakIsFound() {
        return Stream.of(
                breaks(
                        "an operation is gone",
                        document -> at(document, "/paths/~1v1~1claims").remove("get")),
                breaks("a parameter is gone", document -> ((ArrayNode) document.at(PARAMETERS)).remove(0)),
                breaks(
                        "a parameter is needed",
                        document -> at(document, PARAMETERS + "/1").put("required", true)),
                breaks("a member is gone", document -> at(document, MEMBERS).remove("low")),
                breaks(
                        "a member is of another type",
                        document -> at(document, MEMBERS + "/note").put("type", "integer")),
                breaks("a word is gone", document -> ((ArrayNode) document.at(MEMBERS + "/qualifier/enum")).remove(0)));
    }

    private static DynamicTest breaks(String what, Consumer<JsonNode> change) {
        return DynamicTest.dynamicTest(what, () -> {
            var released = Files.readString(NOW);
            var now = JSON.readTree(released);
            change.accept(now);
            assertThat(broken(released, now.toString())).as(what).isNotEmpty();
        });
    }

    private static ObjectNode at(JsonNode document, String place) {
        return (ObjectNode) document.at(place);
    }

    /** The operations that do not keep what was promised, and the members that are gone. */
    private static List<String> broken(String released, String now) throws IOException {
        var found = OpenApiCompare.fromContents(asOf30(released), asOf30(now));
        var gone = members(JSON.readTree(released));
        gone.removeAll(members(JSON.readTree(now)));
        return Stream.of(
                        gone.stream(),
                        found.getMissingEndpoints().stream()
                                .map(missing -> missing.getMethod() + " " + missing.getPathUrl()),
                        found.getChangedOperations().stream()
                                .filter(changed -> changed.isIncompatible())
                                .map(changed -> changed.getHttpMethod() + " " + changed.getPathUrl()))
                .flatMap(Function.identity())
                .toList();
    }

    /** Of each schema; the library takes those that are not required for such as an answer may leave out. */
    private static Set<String> members(JsonNode document) {
        var members = new TreeSet<String>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(name -> members.add(schema.getKey() + "." + name)));
        return members;
    }

    /** With types as OpenAPI 3.0 tells them, since those of 3.1 are not compared. */
    private static String asOf30(String document) throws IOException {
        var tree = (ObjectNode) JSON.readTree(document);
        for (var schema : tree.findParents("type")) {
            if (schema.get("type") instanceof ArrayNode types) {
                ((ObjectNode) schema).put("nullable", true).set("type", types.get(0));
            }
        }
        return tree.put("openapi", "3.0.3").toString();
    }

    private static String version(String document) throws IOException {
        return JSON.readTree(document).at("/info/version").asText();
    }
}
