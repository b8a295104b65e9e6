package org.numericclaims.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.http.Asked;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Parameters;

/**
 * What an assistant gave a tool, as the operation behind it takes it.
 *
 * @param path the path that is asked, encoded
 * @param query the parameters that are not part of it
 * @param all those and the others
 */
record Arguments(String path, MultivaluedMap<String, String> query, MultivaluedMap<String, String> all) {

    static final String LIMIT = "limit";

    /** So many items are answered at once, as an assistant pays for each word that it reads. */
    static final int MOST = 50;

    static final int UNSAID = 20;

    /** As long as an address may be. */
    private static final int LONGEST_TEXT = 16_384;

    /** A problem where something is wrong with them that the operation would not find itself. Null is absent. */
    static Arguments of(Contract.Entry entry, ObjectNode given) {
        var parameters = new Parameters();
        var all = new MultivaluedHashMap<String, String>();
        given.properties()
                .forEach(argument -> texts(argument.getValue()).forEach(text -> {
                    all.add(argument.getKey(), text);
                    parameters.text(argument.getKey(), text, LONGEST_TEXT);
                }));
        parameters.check(entry.known(), all);
        entry.required().forEach(name -> parameters.required(name, all.getFirst(name)));
        parameters.throwIfAny();
        if (entry.parameters().containsKey(LIMIT)) {
            all.putIfAbsent(LIMIT, List.of(String.valueOf(UNSAID)));
            Limit.of(all.getFirst(LIMIT), MOST);
        }
        return placed(entry.path(), all);
    }

    private static Arguments placed(String template, MultivaluedMap<String, String> all) {
        var path = template;
        var query = new MultivaluedHashMap<>(all);
        for (var name : all.keySet()) {
            var place = "{" + name + "}";
            if (template.contains(place)) {
                path = path.replace(place, Asked.encoded(all.getFirst(name)));
                query.remove(name);
            }
        }
        return new Arguments(path, query, all);
    }

    /** A list or a single value; what is neither is an empty text, which no parameter takes. */
    private static List<String> texts(JsonNode given) {
        return (given.isArray() ? given.valueStream() : Stream.of(given))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .toList();
    }
}
