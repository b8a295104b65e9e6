package org.numericclaims.mcp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;

/**
 * Where assistants ask, over the streamable HTTP of the Model Context Protocol (2025-11-25): each message is one request,
 * and its answer one JSON, without sessions and streams.
 */
@Path("/mcp")
@Produces(MediaType.APPLICATION_JSON)
public class McpResource {

    private final Messages messages;
    private final List<String> origins;

    McpResource(Messages messages, @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.messages = messages;
        this.origins = origins.orElse(List.of());
    }

    @POST
    @Needs(Role.reader)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @HeaderParam("Origin") String origin, @HeaderParam("MCP-Protocol-Version") String version, JsonBody body) {
        checkOrigin(origin);
        checkVersion(version);
        return messages.answer(body.json())
                .map(answer -> Response.ok(answer).build())
                .orElseGet(() -> Response.accepted().build());
    }

    /** Whoever rebinds the name of his page to this service (DNS rebinding) has an origin that nobody named. */
    private void checkOrigin(String origin) {
        if (origin != null && !origins.contains(origin)) {
            throw Problems.of(
                    403,
                    "foreign_origin",
                    "Pages may ask this only from an origin that QUARKUS_HTTP_CORS_ORIGINS names letter for letter.");
        }
    }

    private void checkVersion(String version) {
        if (version != null && !messages.protocolVersions().contains(version)) {
            throw Problems.of(
                    400,
                    "unsupported_version",
                    "MCP-Protocol-Version is one of " + String.join(", ", messages.protocolVersions()) + ".");
        }
    }
}
