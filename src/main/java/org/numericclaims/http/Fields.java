package org.numericclaims.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.numericclaims.figure.Unreadable;

/** The fields of a JSON object, read by name and type; what is wrong with them is gathered, not thrown. */
public final class Fields {

    private static final int MOST_NAMES = 100;

    private final ObjectNode json;
    private final Faults faults;

    Fields(ObjectNode json, Faults faults) {
        this.json = json;
        this.faults = faults;
    }

    /** Refuses every field that is not one of these, naming the nearest. */
    public void only(List<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.unreadable(Fault.field(
                        name, "unknown_field", "There is no such field here. " + Nearest.hint(name, known)));
            }
        });
    }

    /** Refuses those of the read-only fields that were sent with another value than {@code stored} has. */
    public void unchanged(List<String> readOnly, ObjectNode stored) {
        for (var name : readOnly) {
            if (json.has(name) && !isSame(json.get(name), stored.path(name))) {
                senseless(
                        name,
                        name.equals("id") ? "id_mismatch" : "read_only",
                        "'" + name + "' is made by the service; leave it as it was or out.");
            }
        }
    }

    /** Numbers and instants are the same by value: 5 and 5.0, .120Z and .12Z are sent by one client or another. */
    private static boolean isSame(JsonNode sent, JsonNode stored) {
        return sent.isNumber() && stored.isNumber()
                ? sent.decimalValue().compareTo(stored.decimalValue()) == 0
                : sent.equals(stored) || isSameInstant(sent.asText(), stored.asText());
    }

    private static boolean isSameInstant(String sent, String stored) {
        try {
            return OffsetDateTime.parse(sent).isEqual(OffsetDateTime.parse(stored));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * A text that stays on one line, of at most {@code limit} characters; null where it is absent, null or blank,
     * and where it was refused.
     */
    public String line(String name, int limit) {
        return text(name).flatMap(text -> kept(name, text, Text.line(limit))).orElse(null);
    }

    /** As {@link #line}, and refused where nothing is left. */
    public String requiredLine(String name, int limit) {
        return required(name, Text.line(limit));
    }

    /** As {@link #requiredLine}, and may have tabs and line breaks. */
    public String requiredParagraph(String name, int limit) {
        return required(name, Text.paragraph(limit));
    }

    private String required(String name, Text form) {
        if (value(name).isEmpty()) {
            senseless(name, "required", "'" + name + "' must be given.");
            return null;
        }
        var text = text(name);
        if (text.isPresent() && Text.isBlank(text.get())) {
            senseless(name, "blank", "'" + name + "' must have characters that can be seen.");
        }
        return text.flatMap(t -> kept(name, t, form)).orElse(null);
    }

    /** As {@link #requiredLine}, for what others will read as somebody's or something's name. */
    public String requiredName(String name, int limit) {
        var line = requiredLine(name, limit);
        return line == null || isName(name, line) ? line : null;
    }

    /** A list of names, empty where it is absent or null; those that were refused are left out. */
    public List<String> names(String name, int limit) {
        var names = new ArrayList<String>();
        var value = value(name).orElse(json.arrayNode());
        if (!value.isArray()) {
            unreadable(name, "wrong_type", "'" + name + "' must be a JSON array of strings.");
        } else if (value.size() > MOST_NAMES) {
            senseless(name, "too_many_values", "Give at most " + MOST_NAMES + " names.");
        } else {
            value.forEach(item -> nameIn(name, item, limit).ifPresent(names::add));
        }
        return List.copyOf(names);
    }

    /** One of the constants of {@code type} by its name; empty where it is absent, and where it was refused. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        var constants = Arrays.asList(type.getEnumConstants());
        return coded(
                name,
                code -> constants.stream().filter(c -> c.name().equals(code)).findFirst(),
                constants.stream().map(Enum::name).toList());
    }

    /** What {@code of} knows by its code; empty where it is absent, and where it was refused. */
    public <T> Optional<T> coded(String name, Function<String, Optional<T>> of, List<String> codes) {
        var said = text(name);
        var meant = said.flatMap(of);
        if (said.isPresent() && meant.isEmpty()) {
            senseless(name, "unknown_value", "'" + name + "' is one of " + String.join(", ", codes) + ".");
        }
        return meant;
    }

    /** As {@link #coded}, and refused where it is absent; null then. */
    public <T> T requiredCoded(String name, Function<String, Optional<T>> of, List<String> codes) {
        if (value(name).isEmpty()) {
            senseless(name, "required", "'" + name + "' must be given.");
        }
        return coded(name, of, codes).orElse(null);
    }

    /** A text of that form, which {@code meaning} says in words; null where it is absent, and where it was refused. */
    public String matching(String name, String form, String meaning) {
        var said = text(name);
        if (said.isPresent() && !said.get().matches(form)) {
            senseless(name, "malformed_value", "'" + name + "' must be " + meaning + ".");
        }
        return said.filter(text -> text.matches(form)).orElse(null);
    }

    /** As {@link #line}, and may have tabs and line breaks. */
    public String paragraph(String name, int limit) {
        return text(name)
                .flatMap(text -> kept(name, text, Text.paragraph(limit)))
                .orElse(null);
    }

    /** As {@link #requiredName}, and null where it is absent, null or blank. */
    public String name(String name, int limit) {
        var line = line(name, limit);
        return line == null || isName(name, line) ? line : null;
    }

    /** Whether it was sent, other than as null or a text of blanks. */
    public boolean has(String name) {
        return value(name)
                .filter(value -> !value.isTextual() || !Text.isBlank(value.textValue()))
                .isPresent();
    }

    /** A number with every digit that it was sent with, not yet checked for sense; null where it is absent. */
    public BigDecimal number(String name) {
        var value = value(name);
        if (value.isPresent() && !value.get().isNumber()) {
            unreadable(
                    name,
                    "wrong_type",
                    "'" + name
                            + "' must be a bare number such as 818000 or 3.5, without thousands separators;"
                            + " words go into 'figure_text'.");
        }
        return value.filter(JsonNode::isNumber).map(JsonNode::decimalValue).orElse(null);
    }

    /** What {@code parse} makes of a text; null where it is absent or blank, and where it was refused. */
    public <T> T parsed(String name, int limit, Function<String, T> parse) {
        return text(name)
                .filter(text -> !Text.isBlank(text))
                .flatMap(text -> parsed(name, text, limit, parse))
                .orElse(null);
    }

    /** As {@link #parsed}, and refused where it is absent or blank. */
    public <T> T requiredParsed(String name, int limit, Function<String, T> parse) {
        if (value(name).isEmpty() || text(name).filter(Text::isBlank).isPresent()) {
            required(name, Text.line(limit));
            return null;
        }
        return parsed(name, limit, parse);
    }

    private <T> Optional<T> parsed(String name, String text, int limit, Function<String, T> parse) {
        try {
            return text.length() > limit
                    ? kept(name, text, Text.line(limit)).map(parse)
                    : Optional.of(parse.apply(text));
        } catch (Unreadable e) {
            senseless(name, e.code(), e.getMessage());
            return Optional.empty();
        }
    }

    /** A text as it was sent, before any rule: null where it is blank, and where it is no text, which is no fault yet. */
    public String peek(String name) {
        return value(name)
                .map(JsonNode::textValue)
                .filter(text -> !Text.isBlank(text))
                .orElse(null);
    }

    /** Says that the value of that field makes no sense. */
    public void senseless(String name, String code, String detail) {
        faults.senseless(Fault.field(name, code, detail));
    }

    /** As {@link #senseless(String, String, String)}; the whole problem has a code of its own. */
    public void senseless(String name, String code, String detail, String problem) {
        faults.senseless(Fault.field(name, code, detail), problem);
    }

    private void unreadable(String name, String code, String detail) {
        faults.unreadable(Fault.field(name, code, detail));
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }

    private Optional<String> text(String name) {
        var value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            unreadable(name, "wrong_type", "'" + name + "' must be a JSON string.");
        }
        return value.filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private Optional<String> nameIn(String name, JsonNode item, int limit) {
        if (!item.isTextual()) {
            unreadable(name, "wrong_type", "'" + name + "' must be a JSON array of strings.");
            return Optional.empty();
        }
        if (Text.isBlank(item.textValue())) {
            senseless(name, "blank", "A name must have characters that can be seen.");
        }
        return kept(name, item.textValue(), Text.line(limit)).filter(text -> isName(name, text));
    }

    private boolean isName(String name, String text) {
        var refusal = Text.nameRefusal(text);
        refusal.ifPresent(r -> senseless(name, r.code(), r.detail()));
        return refusal.isEmpty();
    }

    private Optional<String> kept(String name, String text, Text form) {
        var refusal = form.refusal(text);
        refusal.ifPresent(r -> senseless(name, r.code(), r.detail()));
        return refusal.isPresent() || Text.isBlank(text) ? Optional.empty() : Optional.of(text);
    }
}
