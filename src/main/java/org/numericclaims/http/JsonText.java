package org.numericclaims.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the bytes of a body as one JSON object (RFC 8259), and says where it isn't one. */
final class JsonText {

    /** Digits of one number; more are refused before they become a number. */
    static final int DIGITS = 1_000;

    private static final int DEPTH = 50;
    private static final String NUMBER = "0123456789+-.eE";

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    static ObjectNode object(byte[] body) {
        try {
            return object(decode(body));
        } catch (UnreadableJson e) {
            throw e.problem();
        }
    }

    static ObjectNode object(String text) throws UnreadableJson {
        if (text.isBlank()) {
            throw fault(Fault.place(1, 1, "empty_body", "Send one JSON object as the body."));
        }
        var json = tree(text);
        if (json.isNull()) {
            throw fault(Fault.place(1, 1, "empty_body", "Send one JSON object as the body, not null."));
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw fault(Fault.place(1, 1, "not_an_object", "The body must be one JSON object: {…}."));
    }

    private static String decode(byte[] body) {
        if (body.length > 1 && (body[0] == 0 || body[1] == 0)) {
            throw notUtf8(); // UTF-16 without a mark: its ASCII is valid UTF-8, each character beside a U+0000
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static RuntimeException notUtf8() {
        return Problems.of(400, "not_utf8", "The body must be encoded in UTF-8.");
    }

    private static JsonNode tree(String text) throws UnreadableJson {
        try (var parser = MAPPER.createParser(text)) {
            return tree(text, parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String text, JsonParser parser) throws IOException, UnreadableJson {
        try {
            return MAPPER.readTree(parser);
        } catch (StreamConstraintsException e) {
            throw fault(beyondLimit(e.getOriginalMessage(), text, parser.currentLocation()));
        } catch (JsonProcessingException e) {
            throw fault(explain(e.getOriginalMessage(), e.getLocation()));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new UnreadableJson(
                    422, Fault.place(1, 1, "figure_out_of_range", "A number has an exponent that no figure can have."));
        }
    }

    /** The parser stands behind what is beyond its limit, and says no place: a bracket, or a number of many digits. */
    private static Fault beyondLimit(String message, String text, JsonLocation behind) {
        boolean number = message.contains("Number value length");
        int at = (int) behind.getCharOffset() - 1;
        while (number && at > 0 && NUMBER.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int line =
                1 + (int) text.chars().limit(lineStart).filter(c -> c == '\n').count();
        return beyondLimit(message, line, at - lineStart + 1);
    }

    static Fault beyondLimit(String message, int line, int column) {
        if (message.contains("Number value length")) {
            return Fault.place(line, column, "number_too_long", "A number may have " + DIGITS + " digits.");
        }
        return message.contains("nesting depth")
                ? Fault.place(line, column, "too_deep", "Objects and arrays may nest " + DEPTH + " deep.")
                : Fault.place(line, column, "too_long", "A key or a text here is too long.");
    }

    static Fault explain(String message, JsonLocation at) {
        int line = at == null ? 1 : at.getLineNr();
        int column = at == null ? 1 : at.getColumnNr();
        if (message.startsWith("Duplicate field")) {
            return Fault.place(line, column, "duplicate_key", "A key stands twice in one object; keep one.");
        }
        return Fault.place(line, column, "invalid_json", "This is not JSON; look at this place or just before it.");
    }

    private static UnreadableJson fault(Fault fault) {
        return new UnreadableJson(400, fault);
    }
}
