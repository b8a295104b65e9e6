package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Writes into the OpenAPI document the refusals that follow from an operation's shape, so that none is forgotten. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String CAN_BE_ERASED = "/v1/claims/{id}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().removeSchema("HttpProblem");
        document.getComponents().removeSchema("HttpValidationProblem");
        document.getComponents().removeSchema("Violation");
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    describe(operation);
                    if (canMove(document, path)) {
                        refuse(operation, 308);
                    }
                    if (path.startsWith(CAN_BE_ERASED)) {
                        refuse(operation, 410);
                    }
                }));
    }

    /** What can be merged may be elsewhere since. */
    private static boolean canMove(OpenAPI document, String path) {
        return document.getPaths().hasPathItem(path.replaceFirst("^(/v1/[^/]+/\\{[^/]+}).*", "$1") + "/merge");
    }

    private static void describe(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (Integer.parseInt(status) >= 400) {
                response.content(problem());
            }
        });
        refuse(operation, 400, 401, 403, 406, 429, 503);
        if (operation.getResponses().hasAPIResponse("304")) {
            refuse(operation, 412); // a reader may insist on a version too
        }
        if (operation.getRequestBody() != null) {
            refuse(operation, 413, 415, 422);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(operation, parameter));
        }
    }

    private static void describe(Operation operation, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            parameter.description("The " + parameter.getName() + ", as other answers give it.");
            refuse(operation, 404);
        }
        if ("as_of".equals(parameter.getName())) {
            refuse(operation, 422);
        }
        if (HttpHeaders.IF_MATCH.equals(parameter.getName())) {
            parameter.required(true).description("The ETag that was read, or *.");
            refuse(operation, 412, 428);
        }
    }

    private static void refuse(Operation operation, int... statuses) {
        for (int status : statuses) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            String.valueOf(status),
                            OASFactory.createAPIResponse()
                                    .description(Titles.of(status) + ". " + Titles.detail(status))
                                    .content(problem()));
        }
    }

    private static Content problem() {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(schema));
    }
}
