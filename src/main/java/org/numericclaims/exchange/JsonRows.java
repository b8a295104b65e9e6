package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.numericclaims.http.Fault;
import org.numericclaims.http.JsonItems;
import org.numericclaims.http.Problems;

/** The rows of a JSON file, one after the other. */
final class JsonRows implements Rows {

    private final JsonItems items;
    private int number;

    JsonRows(JsonItems items) {
        this.items = items;
    }

    @Override
    public Row next() throws IOException {
        var item = items.next();
        if (item == null) {
            return null;
        }
        var pointer = "/claims/" + number++;
        if (item.json() instanceof ObjectNode claim) {
            return new Row(number, item.line(), item.column(), pointer, claim);
        }
        throw Problems.of(
                400,
                List.of(new Fault(
                        pointer,
                        null,
                        item.line(),
                        item.column(),
                        null,
                        "wrong_type",
                        "Each claim must be a JSON object: {…}.")));
    }
}
