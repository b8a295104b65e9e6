package org.numericclaims.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396): what it names is replaced, null clears, the rest stays. */
public final class MergePatch {

    private MergePatch() {}

    /** A new object: the target as the patch makes it; neither is changed. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var result = target.deepCopy();
        patch.properties().forEach(field -> put(result, field.getKey(), field.getValue()));
        return result;
    }

    private static void put(ObjectNode result, String name, JsonNode value) {
        if (value.isNull()) {
            result.remove(name);
        } else if (value instanceof ObjectNode nested) {
            var inner = result.get(name) instanceof ObjectNode object ? object : result.objectNode();
            result.set(name, apply(inner, nested));
        } else {
            result.set(name, value);
        }
    }
}
