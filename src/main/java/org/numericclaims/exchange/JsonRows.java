package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.numericclaims.http.Fault;
import org.numericclaims.http.JsonItems;
import org.numericclaims.http.Problems;

/** The rows of a JSON file: the claims of one array. */
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
        if (item.json() instanceof ObjectNode claim) {
            return Row.of(++number, item.line(), item.column(), claim);
        }
        throw Problems.of(
                400,
                List.of(new Fault(
                        "/claims/" + number,
                        null,
                        item.line(),
                        item.column(),
                        null,
                        "wrong_type",
                        "Each claim must be a JSON object: {…}.")));
    }

    @Override
    public Fault place(Row.Place row, Fault fault) {
        var pointer = "/claims/" + (row.number() - 1) + (fault.pointer() == null ? "" : fault.pointer());
        return new Fault(pointer, null, row.line(), row.column(), row.key(), fault.code(), fault.detail());
    }
}
