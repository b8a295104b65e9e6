package org.numericclaims.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of every refusal (RFC 9457), as the OpenAPI document shows it; {@link ProblemForm} makes it. */
@Schema(name = "Problem", description = "Why the request was refused, and how to mend it (RFC 9457).")
public record Problem(
        @Schema(
                required = true,
                description = "Names the kind of problem.",
                examples = "urn:numeric-claims:problem:wrong_type")
        String type,

        @Schema(required = true, description = "The status in words.", examples = "Bad Request")
        String title,

        @Schema(required = true, description = "The status of the answer.", examples = "400")
        int status,

        @Schema(required = true, description = "What to do about it.")
        String detail,

        @Schema(required = true, description = "The path of the request.", examples = "/v1/claimants")
        String instance,

        @Schema(
                required = true,
                description = "Stable name of the problem, in snake_case. More may come.",
                examples = "wrong_type")
        String code,

        @Schema(required = true, description = "The id of the request, also in X-Request-Id.")
        String requestId,

        @Schema(description = "Every fault of the request at once.")
        List<Fault> errors) {}
