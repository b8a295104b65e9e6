package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes into the OpenAPI document what 'limit', 'cursor', 'count' and 'as_of' mean, wherever they stand, and the example
 * of what may be given more than once as a list.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ListParameters implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if ("cursor".equals(parameter.getName())) {
            parameter.description(Cursors.MEANING);
        }
        if ("limit".equals(parameter.getName())) {
            parameter
                    .description(Limit.MEANING)
                    .schema(OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.INTEGER))
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(Limit.MOST))
                            .defaultValue(Limit.UNSAID));
        }
        if ("as_of".equals(parameter.getName())) {
            parameter
                    .description(
                            "Answers from our record as it stood at that instant, under the names of today. The same"
                                    + " instant is answered the same for ever: one in which somebody was just writing is"
                                    + " answered when he has ended.")
                    .example("2026-11-24T12:00:00Z");
        }
        if ("count".equals(parameter.getName())) {
            parameter
                    .description(
                            "Also say how many there are on all pages: 'exact', or 'estimated' where they are many.")
                    .schema(OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.STRING))
                            .enumeration(List.copyOf(Count.KINDS)));
        }
        if (takesMany(parameter) && parameter.getExample() != null) {
            parameter.example(List.of(parameter.getExample()));
        }
        return parameter;
    }

    private static boolean takesMany(Parameter parameter) {
        var schema = parameter.getSchema();
        return schema != null && schema.getType() != null && schema.getType().contains(Schema.SchemaType.ARRAY);
    }
}
