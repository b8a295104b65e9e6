package org.numericclaims.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.numericclaims.http.Fault;
import org.numericclaims.http.JsonLines;

/** The rows of an NDJSON file: a JSON object on each line. A line that is none is a wrong row, not a wrong file. */
final class NdjsonRows implements Rows {

    private final JsonLines lines;
    private int number;

    NdjsonRows(InputStream body) {
        this.lines = new JsonLines(body);
    }

    @Override
    public Row next() throws IOException {
        var line = lines.next();
        if (line == null) {
            return null;
        }
        number++;
        return line.json() == null
                ? Row.unread(number, line.number(), line.fault().column(), List.of(line.fault()))
                : Row.of(number, line.number(), 1, line.json());
    }

    @Override
    public Fault place(Row.Place row, Fault fault) {
        return new Fault(fault.pointer(), null, row.line(), row.column(), row.key(), fault.code(), fault.detail());
    }
}
