package org.numericclaims.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a body of one JSON object to a line (NDJSON), line by line; lines of blanks are passed over. */
public final class JsonLines {

    /**
     * A line.
     *
     * @param number which one it is, from 1
     * @param json the object on it, null where there is none
     * @param fault why there is none, else null
     */
    public record Line(int number, ObjectNode json, Fault fault) {}

    private final Utf8Text text;
    private final BufferedReader lines;
    private int number;
    private boolean any;

    public JsonLines(InputStream body) {
        text = new Utf8Text(body);
        lines = new BufferedReader(text);
    }

    /** The next line; null after the last. A body without any is refused. */
    public Line next() throws IOException {
        for (var line = read(); line != null; line = read()) {
            if (!line.isBlank()) {
                any = true;
                return read(line);
            }
        }
        if (!any) {
            throw Problems.of(400, List.of(Fault.place(1, 1, "empty_body", "Send one JSON object to a line.")));
        }
        return null;
    }

    private String read() throws IOException {
        text.beginItem();
        number++;
        return lines.readLine();
    }

    private Line read(String line) {
        try {
            return new Line(number, JsonText.object(line), null);
        } catch (UnreadableJson e) {
            var fault = e.fault();
            return new Line(number, null, Fault.place(number, fault.column(), fault.code(), fault.detail()));
        }
    }
}
