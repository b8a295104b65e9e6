package org.numericclaims.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.http.JsonBody;

/**
 * A claim as somebody fills it in, and what is wrong with that.
 *
 * @param typed what stands in each field
 * @param problem why it was refused; null where it was not
 * @param standing the page of the claim that says the same; null where there is none
 */
@TemplateData
public record ClaimForm(Map<String, String> typed, Map<String, Object> problem, String standing) {

    static final String KEY = "key";
    static final String NEW_UNIT = "new_unit";
    static final String DUPLICATE = "duplicate";

    private static final List<String> TEXTS = List.of(
            "figure_text", "unit", "qualifier", "subject", "claimant", "date", "period", "source", "quote", "note");
    private static final List<String> NUMBERS = List.of("figure", "figure_to");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,99}(\\.[0-9]{1,99})?");
    private static final String UNAUTHORIZED = "unauthorized";
    private static final String GIVE_KEY = "Give a key that is valid.";

    static ClaimForm of(Map<String, String> typed) {
        return new ClaimForm(typed, null, null);
    }

    /** The claim as the API takes it: what is empty is left out, and a number that is none is left to be refused. */
    JsonBody claim() {
        var json = json(TEXTS);
        NUMBERS.stream().filter(typed::containsKey).forEach(name -> {
            var text = typed.get(name).strip();
            if (NUMBER.matcher(text).matches()) {
                json.put(name, new BigDecimal(text));
            } else {
                json.put(name, text);
            }
        });
        return new JsonBody(json);
    }

    /** Its words as the API reads them. */
    JsonBody words() {
        var json = json(List.of("unit"));
        return new JsonBody(typed.containsKey("figure_text") ? json.put("text", typed.get("figure_text")) : json);
    }

    private ObjectNode json(List<String> names) {
        var json = JsonNodeFactory.instance.objectNode();
        names.stream().filter(typed::containsKey).forEach(name -> json.put(name, typed.get(name)));
        return json;
    }

    /** What stands in that field. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Why it was refused; empty where it was not. */
    public String getDetail() {
        if (standing != null) {
            return "This claim stands already. Keep it a second time only if it was said twice.";
        }
        return problem == null
                ? ""
                : isUnknown() ? GIVE_KEY : problem.get("detail").toString();
    }

    /** What is wrong with that field; empty for nothing. */
    public String fault(String name) {
        return name.equals(KEY) && isUnknown()
                ? GIVE_KEY
                : errors().filter(error -> name.equals(field(error)))
                        .map(error -> error.get("detail").toString())
                        .collect(Collectors.joining(" "));
    }

    /** Whether it was refused because of its unit, which may be meant as it stands. */
    public boolean isUnitDoubted() {
        return typed.containsKey(NEW_UNIT) || !fault("unit").isEmpty();
    }

    /** Whether the number is stated beside the words, or may have to be since they cannot be read. */
    public boolean isNumberNeeded() {
        return !fault("figure_text").isEmpty()
                || Stream.of("figure", "figure_to", "qualifier")
                        .anyMatch(
                                name -> typed.containsKey(name) || !fault(name).isEmpty());
    }

    /** How a figure can be stated. */
    public List<String> getQualifiers() {
        return Stream.of(Qualifier.values()).map(Qualifier::code).toList();
    }

    private boolean isUnknown() {
        return problem != null && UNAUTHORIZED.equals(problem.get("code"));
    }

    private Stream<Map<String, Object>> errors() {
        return problem != null && problem.containsKey("errors")
                ? Members.list(problem, "errors").stream()
                : Stream.empty();
    }

    /** The field that the error points to; the words have another name where they are only read. */
    private static String field(Map<String, Object> error) {
        return error.get("pointer") instanceof String pointer
                ? pointer.equals("/text") ? "figure_text" : pointer.substring(1)
                : "";
    }
}
