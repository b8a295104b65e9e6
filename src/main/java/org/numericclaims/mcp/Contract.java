package org.numericclaims.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.numericclaims.http.KnownParameters;

/** The OpenAPI document, read for what tools say of the operations behind them. */
@Singleton
class Contract {

    /** Of files of claims, which no tool answers. */
    private static final Set<String> OF_FILES = Set.of("format", "exact");

    private final JsonNode document;

    Contract(OpenApiDocumentService documents, ObjectMapper json) throws IOException {
        document = json.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
    }

    /**
     * What it says of one operation.
     *
     * @param path its path, with the names of parameters in braces
     * @param parameters those that a tool takes, by name
     * @param body the schema of the body that it takes, null for none
     */
    record Entry(String path, Map<String, JsonNode> parameters, ObjectNode body) {

        KnownParameters known() {
            var known = new TreeMap<String, Boolean>();
            parameters.forEach((name, said) ->
                    known.put(name, said.at("/schema/type").asText().equals("array")));
            return new KnownParameters(known);
        }

        List<String> required() {
            return parameters.keySet().stream()
                    .filter(name -> parameters.get(name).path("required").asBoolean())
                    .toList();
        }

        /** The JSON Schema of what the tool takes. */
        ObjectNode schema() {
            var schema = body == null ? JsonNodeFactory.instance.objectNode().put("type", "object") : body.deepCopy();
            var properties = schema.withObjectProperty("properties");
            parameters.forEach((name, said) -> properties.set(name, property(name, said)));
            required().forEach(schema.withArrayProperty("required")::add);
            return schema.put("additionalProperties", false);
        }

        private static ObjectNode property(String name, JsonNode said) {
            var property = said.get("schema").<ObjectNode>deepCopy();
            property.set("description", said.get("description"));
            if (said.has("example")) {
                property.putArray("examples").add(said.get("example"));
            }
            if (name.equals(Arguments.LIMIT)) {
                property.put("maximum", Arguments.MOST).put("default", Arguments.UNSAID);
            }
            return property;
        }
    }

    /** Of the operation with that id. */
    Entry entry(String id) {
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().findParents("operationId")) {
                if (operation.get("operationId").asText().equals(id)) {
                    return new Entry(path.getKey(), parameters(operation), body(operation));
                }
            }
        }
        throw new NoSuchElementException(id);
    }

    private static Map<String, JsonNode> parameters(JsonNode operation) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        operation
                .path("parameters")
                .forEach(said -> parameters.put(said.get("name").asText(), said));
        parameters.keySet().removeAll(OF_FILES);
        return parameters;
    }

    private ObjectNode body(JsonNode operation) {
        var schema = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        return schema.isEmpty() ? null : (ObjectNode) document.at(schema.substring(1));
    }
}
