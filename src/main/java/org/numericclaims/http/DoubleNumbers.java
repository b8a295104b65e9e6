package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI document that a double holds each number: of 32 bits, as some clients have, it would not. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DoubleNumbers implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(Schema.SchemaType.NUMBER)) {
            schema.format("double");
        }
        return schema;
    }
}
