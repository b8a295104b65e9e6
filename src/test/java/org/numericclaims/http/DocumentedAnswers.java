package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Compares every answer in JSON that any test asks for by REST-assured with what the OpenAPI document says of it. */
public final class DocumentedAnswers implements Filter, BeforeAllCallback, QuarkusTestBeforeClassCallback {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = document();
    private static final List<Documented> OPERATIONS = Documented.operations(DOCUMENT);

    /** For tests outside of Quarkus, such as those of the packaged service. */
    @Override
    public void beforeAll(ExtensionContext context) {
        install();
    }

    /** For tests within Quarkus, which have a class loader, and so a REST-assured, of their own. */
    @Override
    public void beforeClass(Class<?> test) {
        install();
    }

    private static void install() {
        RestAssured.replaceFiltersWith(new DocumentedAnswers());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var uri = URI.create(request.getURI());
        operation(request.getMethod(), uri.getRawPath()).ifPresent(operation -> compare(operation, uri, answer));
        return answer;
    }

    private static void compare(Documented operation, URI uri, Response answer) {
        var type = String.valueOf(answer.contentType()).replaceFirst(";.*", "");
        if (!List.of("application/json", "application/problem+json").contains(type)) {
            return;
        }
        var content = operation
                .operation()
                .path("responses")
                .path(String.valueOf(answer.statusCode()))
                .path("content");
        assertThat(content.has(type))
                .as("%s %s of %s is documented", answer.statusCode(), type, uri)
                .isTrue();
        assertThat(faults(content.path(type).path("schema"), uri, answer))
                .as(uri.toString())
                .isEmpty();
    }

    private static List<String> faults(JsonNode schema, URI uri, Response answer) {
        try {
            var body = JSON.readTree(answer.asByteArray());
            return String.valueOf(uri.getRawQuery()).contains("fields=")
                    ? Shape.ofBody(DOCUMENT, schema, body)
                    : Shape.ofAnswer(DOCUMENT, schema, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Documented> operation(String method, String path) {
        return OPERATIONS.stream()
                .filter(known -> known.method().equals(method) && path.matches(pattern(known)))
                .findFirst();
    }

    private static String pattern(Documented operation) {
        return operation.path().replaceAll("\\{[^}]*}", "[^/]+");
    }

    private static JsonNode document() {
        try {
            return Documented.written();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
