package org.numericclaims.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads a body of the form {@code {"<name>": [item, …]}} item by item, so that a long one takes no more memory than a
 * short one. What is no JSON in UTF-8, or of another form, is answered with a problem as soon as it is met.
 */
public final class JsonItems {

    /** An item and where it begins; line and column count from 1. */
    public record Item(int line, int column, JsonNode json) {}

    private static final ObjectReader READER =
            JsonText.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private final InputStream body;
    private Utf8Text text;
    private JsonParser parser;

    public JsonItems(InputStream body, String name) {
        this.body = body;
        this.name = name;
    }

    /** The next item; null after the last, when the rest of the body has been read as well. */
    public Item next() throws IOException {
        try {
            if (parser == null) {
                text = new Utf8Text(body);
                parser = JsonText.MAPPER.createParser(text);
                begin();
            }
            text.beginItem();
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                end();
                return null;
            }
            var place = parser.currentTokenLocation();
            return new Item(place.getLineNr(), place.getColumnNr(), READER.readTree(parser));
        } catch (StreamConstraintsException e) {
            var at = parser.currentLocation();
            throw refuse(JsonText.beyondLimit(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr()));
        } catch (JsonProcessingException e) {
            throw refuse(JsonText.explain(e.getOriginalMessage(), e.getLocation()));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Problems.of(
                    422, "figure_out_of_range", "A number at " + place() + " has an exponent that no figure can have.");
        }
    }

    private void begin() throws IOException {
        var first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw refuse(Fault.place(1, 1, "empty_body", "Send one JSON object as the body: {\"" + name + "\": […]}."));
        }
        if (first != JsonToken.START_OBJECT) {
            throw refuse(
                    Fault.place(1, 1, "not_an_object", "The body must be one JSON object: {\"" + name + "\": […]}."));
        }
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            throw Problems.of(422, List.of(Fault.field(name, "required", "'" + name + "' must be given.")));
        }
        requireName();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw refuse(Fault.field(name, "wrong_type", "'" + name + "' must be a JSON array."));
        }
    }

    private void end() throws IOException {
        if (parser.nextToken() == JsonToken.FIELD_NAME) {
            requireName();
        }
        if (parser.nextToken() != null) {
            var place = parser.currentTokenLocation();
            throw refuse(Fault.place(
                    place.getLineNr(),
                    place.getColumnNr(),
                    "invalid_json",
                    "Nothing may follow the object of the body."));
        }
    }

    private void requireName() throws IOException {
        if (!parser.currentName().equals(name)) {
            throw refuse(Fault.field(
                    parser.currentName(),
                    "unknown_field",
                    "There is no such field here. Did you mean '" + name + "'?"));
        }
    }

    private String place() {
        return "line " + parser.currentLocation().getLineNr() + " or one near it";
    }

    private static RuntimeException refuse(Fault fault) {
        return Problems.of(400, List.of(fault));
    }
}
