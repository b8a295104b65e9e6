package org.numericclaims.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.restassured.RestAssured;
import java.util.Map;

/** An assistant that asks the service by the protocol's own client, over HTTP. */
public final class Assistant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final McpSyncClient client;

    private Assistant(Map<String, String> headers) {
        var transport = HttpClientStreamableHttpTransport.builder("http://localhost:" + RestAssured.port)
                .endpoint("/mcp")
                .jsonMapper(new JacksonMcpJsonMapper(JSON))
                .addHttpRequestCustomizer((request, method, uri, body, context) -> headers.forEach(request::setHeader))
                .build();
        client = McpClient.sync(transport)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(JSON))
                .build();
        client.initialize();
    }

    /** One that sends these headers with all that it asks, and has been let in. */
    public static Assistant with(Map<String, String> headers) {
        return new Assistant(headers);
    }

    static Assistant withoutKey() {
        return with(Map.of());
    }

    /** What the tool answers, which must be no refusal, and the same in both forms. */
    public JsonNode ask(String tool, Map<String, Object> arguments) {
        return told(
                client.callTool(
                        CallToolRequest.builder(tool).arguments(arguments).build()),
                false);
    }

    /** The problem with which the tool refuses. */
    JsonNode refused(String tool, Map<String, Object> arguments) {
        return told(
                client.callTool(
                        CallToolRequest.builder(tool).arguments(arguments).build()),
                true);
    }

    private static JsonNode told(CallToolResult result, boolean isError) {
        assertThat(result.isError()).as(result.toString()).isEqualTo(isError);
        var told = JSON.<JsonNode>valueToTree(result.structuredContent());
        try {
            assertThat(JSON.readTree(((TextContent) result.content().get(0)).text()))
                    .isEqualTo(told);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return told;
    }

    @Override
    public void close() {
        client.close();
    }
}
