package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Mends in the OpenAPI document what may be another schema or null: the generator adds a type that forbids null. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NullableReferences implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType((List<Schema.SchemaType>) null);
        }
        return schema;
    }
}
