package org.numericclaims.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.http.Problems;
import reactor.core.publisher.Mono;

/** Answers the messages of the protocol, each by itself: no instance remembers who sent one before. */
@Singleton
class Messages implements McpStatelessServerTransport {

    private static final System.Logger LOG = System.getLogger(Messages.class.getName());

    private final ObjectMapper json;
    private final McpJsonMapper messages;
    private McpStatelessServerHandler server;

    Messages(
            ObjectMapper json,
            Tools tools,
            Answers answers,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        messages = new JacksonMcpJsonMapper(
                json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE));
        McpServer.sync(this)
                .jsonMapper(messages)
                .serverInfo("numeric-claims", version)
                .instructions(Tools.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(tools.all().stream().map(tool -> offered(tool, answers)).toList())
                .validateToolInputs(false) // Arguments says how to mend them
                .immediateExecution(true)
                .build();
    }

    /** What to answer; nothing to what wants no answer. A problem where that is no message. */
    Optional<String> answer(ObjectNode message) {
        try {
            return McpSchema.deserializeJsonRpcMessage(messages, message.toString()) instanceof JSONRPCRequest request
                    ? Optional.of(messages.writeValueAsString(answer(request)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw Problems.of(400, "malformed_message", "Send one message of JSON-RPC 2.0, as MCP has them.");
        }
    }

    /** Where the library fails, the message is wrong, since tools never do; its words are not for callers. */
    private JSONRPCResponse answer(JSONRPCRequest request) {
        try {
            var answer =
                    server.handleRequest(McpTransportContext.EMPTY, request).block();
            return answer.error() != null && answer.error().code() == ErrorCodes.INTERNAL_ERROR
                    ? unreadable(request)
                    : answer;
        } catch (McpError e) {
            return JSONRPCResponse.error(request.id(), e.getJsonRpcError());
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A message was not understood", e);
            return unreadable(request);
        }
    }

    private static JSONRPCResponse unreadable(JSONRPCRequest request) {
        return JSONRPCResponse.error(
                request.id(),
                new JSONRPCError(ErrorCodes.INVALID_PARAMS, "The 'params' of this method cannot be read."));
    }

    private SyncToolSpecification offered(Tool tool, Answers answers) {
        var reading = ToolAnnotations.builder()
                .title(tool.title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build();
        var offered = McpSchema.Tool.builder(tool.name(), map(tool.entry().schema()))
                .title(tool.title())
                .description(tool.description())
                .annotations(reading)
                .build();
        return new SyncToolSpecification(offered, (context, call) -> answers.answer(tool, call.arguments()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(ObjectNode schema) {
        return json.convertValue(schema, Map.class);
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        server = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
