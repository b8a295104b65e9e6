package org.numericclaims.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the OpenAPI document an example of each answer that has none: one that the service gave, with the request for
 * it, where there is a file of such; else one made of those of its properties.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswerExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Map<String, Schema> schemas;

    /** A file of the folder {@code examples}: what was asked, and what was answered. */
    private record Given(String request, Object answer) {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        schemas = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .getAPIResponses()
                        .forEach((status, response) -> show(operation.getOperationId(), status, response)));
    }

    private void show(String operation, String status, APIResponse response) {
        if (response.getContent() != null && response.getContent().hasMediaType(MediaType.APPLICATION_JSON)) {
            var media = response.getContent().getMediaType(MediaType.APPLICATION_JSON);
            var given = AnswerExamples.class.getResource("/examples/" + operation + ".json");
            if (given != null && status.startsWith("2")) {
                media.addExample("answer", given(given));
            } else if (media.getExamples() == null) {
                media.example(example(media.getSchema()));
            }
        }
    }

    private static Example given(URL file) {
        try (var content = file.openStream()) {
            var given = JSON.readValue(content, Given.class);
            return OASFactory.createExample().summary(given.request()).value(given.answer());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of what belongs to the program
        }
    }

    private static boolean mayBeNull(Schema schema) {
        return schema.getAnyOf().stream()
                .anyMatch(form -> form.getType() != null && form.getType().contains(Schema.SchemaType.NULL));
    }

    /** The first example that the schema has; else one of its first form, or all of its properties, or its items, or null. */
    private Object example(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().get(0);
        }
        if (schema.getRef() != null) {
            return example(schemas.get(schema.getRef().replaceFirst(".*/", "")));
        }
        if (schema.getAnyOf() != null) {
            return mayBeNull(schema) ? null : example(schema.getAnyOf().get(0));
        }
        if (schema.getItems() != null) {
            return Collections.singletonList(example(schema.getItems()));
        }
        if (schema.getProperties() != null) {
            var whole = new LinkedHashMap<String, Object>();
            schema.getProperties().forEach((name, property) -> whole.put(name, example(property)));
            return whole;
        }
        return null;
    }
}
