package org.numericclaims.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.numericclaims.http.Asked;
import org.numericclaims.http.JsonBody;

/**
 * Something that an assistant can ask.
 *
 * @param name by which it is asked
 * @param title what people see of it
 * @param description when to ask it
 * @param operation what answers
 * @param entry what the contract says of that
 */
record Tool(String name, String title, String description, Operation operation, Contract.Entry entry) {

    /** What the operation answers; it throws a problem where it is asked wrongly. */
    Object ask(ObjectNode given, Asked asked) {
        if (entry.body() != null) {
            return operation.ask(new MultivaluedHashMap<>(), new JsonBody(given));
        }
        var arguments = Arguments.of(entry, given);
        asked.instead(arguments.path(), arguments.query());
        return operation.ask(arguments.all(), null);
    }
}
