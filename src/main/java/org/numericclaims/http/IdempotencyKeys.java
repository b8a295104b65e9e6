package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes into the OpenAPI document which operations take an Idempotency-Key: those that are {@link Idempotent}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyKeys implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Set<String> operations;

    public IdempotencyKeys(IndexView index) {
        operations = index.getAnnotations(DotName.createSimple(Idempotent.class)).stream()
                .map(bound -> bound.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> target.asMethod()
                        .annotation(OPERATION)
                        .value("operationId")
                        .asString())
                .collect(Collectors.toSet());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operations.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotent.HEADER)
                    .in(Parameter.In.HEADER)
                    .description("A text of your own, such as a UUID: sent again with the same request within 24 hours"
                            + " it is answered as the first was, with 'Idempotent-Replayed: true', and nothing is done"
                            + " twice. With another request 422; while the first is running 409.")
                    .schema(OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.STRING))
                            .maxLength(255)));
        }
        return operation;
    }
}
