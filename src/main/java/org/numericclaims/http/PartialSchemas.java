package org.numericclaims.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI document where a part of a thing will do, so that generated clients do not ask for the rest. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PartialSchemas implements OASFilter {

    /** That of which 'fields' picks some. */
    private static final String PICKED = "ListedClaim";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.get(PICKED).required(null);
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(Objects::nonNull)
                .flatMap(patch -> patch.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(body -> patch(body, schemas));
        document.getComponents().schemas(schemas);
    }

    private static void patch(MediaType body, Map<String, Schema> schemas) {
        var whole = body.getSchema().getRef().replaceFirst(".*/", "");
        var name = whole + "Patch";
        schemas.put(name, patch(schemas.get(whole)));
        body.schema(OASFactory.createSchema().ref(name));
    }

    private static Schema patch(Schema whole) {
        var patch = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("What is to become another (RFC 7396): null clears, what is not named stays.");
        whole.getProperties().forEach((name, property) -> {
            if (!Boolean.TRUE.equals(property.getReadOnly())) {
                patch.addProperty(name, property);
            }
        });
        return patch;
    }
}
