package org.numericclaims.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares JSON with the schemas of the OpenAPI document, to the letter: no member more, and none less. */
public final class Shape {

    /** Shapes that leave out what there is nothing to say of. */
    private static final Set<String> SPARSE =
            Set.of("Problem", "Fault", "Key", "Claims", "ListedClaim", "Claimants", "Subjects", "Sources");

    private final JsonNode document;
    private final boolean whole;
    private final List<String> faults = new ArrayList<>();

    private Shape(JsonNode document, boolean whole) {
        this.document = document;
        this.whole = whole;
    }

    /** How an answer differs from its schema; nothing where it has just the members and types that this names. */
    public static List<String> ofAnswer(JsonNode document, JsonNode schema, JsonNode answer) {
        return new Shape(document, true).compare("", schema, answer);
    }

    /** How a body that is sent differs from its schema, of which it may be a part. */
    public static List<String> ofBody(JsonNode document, JsonNode schema, JsonNode body) {
        return new Shape(document, false).compare("", schema, body);
    }

    private List<String> compare(String place, JsonNode schema, JsonNode value) {
        var reference = schema.path("$ref").asText();
        if (schema.has("anyOf")) {
            faults.addAll(fewest(place, schema.path("anyOf"), value));
        } else if (!reference.isEmpty()) {
            compare(place, document.at(reference.substring(1)), value, reference.replaceFirst(".*/", ""));
        } else {
            compare(place, schema, value, "");
        }
        return faults;
    }

    /** How it differs from that of the forms which is the most like it. */
    private List<String> fewest(String place, JsonNode forms, JsonNode value) {
        return StreamSupport.stream(forms.spliterator(), false)
                .map(form -> new Shape(document, whole).compare(place, form, value))
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }

    private void compare(String place, JsonNode schema, JsonNode value, String name) {
        var types = words(schema.path("type"));
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(type, value))) {
            faults.add(place + " is no " + types + ": " + value);
        }
        var known = words(schema.path("enum"));
        if (!known.isEmpty() && !value.isNull() && !known.contains(value.asText())) {
            faults.add(place + " is none of " + known + ": " + value);
        }
        if (value.isObject() && schema.has("properties")) {
            members(place, schema, value, name);
        }
        if (value.isArray()) {
            value.forEach(item -> compare(place + "/*", schema.path("items"), item));
        }
    }

    private void members(String place, JsonNode schema, JsonNode value, String name) {
        var expected = SPARSE.contains(name)
                ? words(schema.path("required"))
                : schema.path("properties").properties().stream()
                        .map(property -> property.getKey())
                        .collect(Collectors.toCollection(TreeSet::new));
        expected.stream()
                .filter(member -> whole && !value.has(member))
                .forEach(member -> faults.add(place + "/" + member + " is missing"));
        value.properties().forEach(member -> {
            var property = schema.path("properties").path(member.getKey());
            if (property.isMissingNode()) {
                faults.add(place + "/" + member.getKey() + " is not documented");
            }
            compare(place + "/" + member.getKey(), property, member.getValue());
        });
    }

    private static Set<String> words(JsonNode words) {
        return words.isTextual()
                ? Set.of(words.asText())
                : StreamSupport.stream(words.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }
}
