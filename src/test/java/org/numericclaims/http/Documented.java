package org.numericclaims.http;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An operation as the OpenAPI document describes it. */
public record Documented(String method, String path, JsonNode operation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PARTS = Set.of("appearances", "assessments");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The document as it is served. */
    public static JsonNode document() throws IOException {
        return JSON.readTree(given().get("/openapi?format=json").asByteArray());
    }

    /** The document as the build wrote it. */
    public static JsonNode written() throws IOException {
        return JSON.readTree(Path.of("openapi/openapi.json").toFile());
    }

    /** All operations of the document that is served. */
    public static List<Documented> operations() throws IOException {
        return operations(document());
    }

    /** All operations of that document. */
    public static List<Documented> operations(JsonNode document) {
        var operations = new ArrayList<Documented>();
        for (var path : document.path("paths").properties()) {
            path.getValue().properties().stream()
                    .filter(field -> METHODS.contains(field.getKey()))
                    .map(field ->
                            new Documented(field.getKey().toUpperCase(Locale.ROOT), path.getKey(), field.getValue()))
                    .forEach(operations::add);
        }
        return operations;
    }

    public String id() {
        return operation.path("operationId").asText();
    }

    /** The statuses that it may answer, the lowest first. */
    Set<Integer> statuses() {
        return responses().keySet().stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The status of its answer where all is well. */
    public int success() {
        return statuses().iterator().next();
    }

    /** What it answers, by status. */
    public Map<String, JsonNode> responses() {
        return operation.path("responses").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What it answers with that status, by media type; nothing where there is no body. */
    public Map<String, JsonNode> content(int status) {
        return content(responses().get(String.valueOf(status)));
    }

    /** The bodies that it takes, by media type; nothing where it takes none. */
    public Map<String, JsonNode> bodies() {
        return content(operation.path("requestBody"));
    }

    /** The first example of an answer or a body; missing where there is none. */
    public static JsonNode example(JsonNode content) {
        return content.has("example")
                ? content.get("example")
                : content.path("examples").findPath("value");
    }

    /** Whether it needs If-Match. */
    boolean isConditional() {
        return operation.path("parameters").findValuesAsText("name").contains("If-Match");
    }

    /** Whether it makes, lists or revokes keys. */
    public boolean isOfKeys() {
        return kind().equals("keys");
    }

    /** What it is about: the plural noun in its path. */
    String kind() {
        return path.split("/")[2];
    }

    /** What is kept under numbers inside that, such as appearances: the other plural noun in its path. */
    Optional<String> part() {
        return Optional.of(path.split("/"))
                .filter(words -> words.length > 4 && PARTS.contains(words[4]))
                .map(words -> words[4]);
    }

    private static Map<String, JsonNode> content(JsonNode described) {
        return described.path("content").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }
}
