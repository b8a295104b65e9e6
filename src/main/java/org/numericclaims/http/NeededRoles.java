package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes into the OpenAPI document the role that each operation needs, read where {@link Needs} is read at run time. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NeededRoles implements OASFilter {

    private static final String SCHEME = "bearer";
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName NEEDS = DotName.createSimple(Needs.class);

    private final IndexView index;

    public NeededRoles(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(SCHEME)
                                .description("A key of POST /v1/keys, CLAIMS_ADMIN_KEY, or a token of the issuer that"
                                        + " the service trusts. What it needs beside an operation is a role: reader,"
                                        + " editor or admin, each of which includes those before it."));
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> secure(operation, method)));
    }

    private void secure(Operation operation, PathItem.HttpMethod method) {
        var role = needed(operation.getOperationId(), method);
        if (role == Role.reader) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(role.name())));
    }

    private Role needed(String operation, PathItem.HttpMethod method) {
        return index.getAnnotations(OPERATION).stream()
                .filter(described -> described.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(described -> described.value("operationId") != null
                        && described.value("operationId").asString().equals(operation))
                .map(described -> said(described.target()))
                .filter(said -> said != null)
                .map(said -> Role.valueOf(said.value().asEnum()))
                .findAny()
                .orElse(method == PathItem.HttpMethod.GET ? Role.reader : Role.editor);
    }

    private static AnnotationInstance said(AnnotationTarget operation) {
        var own = operation.asMethod().annotation(NEEDS);
        return own == null ? operation.asMethod().declaringClass().declaredAnnotation(NEEDS) : own;
    }
}
