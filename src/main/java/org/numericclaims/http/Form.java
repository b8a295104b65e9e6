package org.numericclaims.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** A form in which an operation answers: the word that 'format' takes for it, and its media type. */
public record Form(String word, MediaType type) {

    public static final String CSV_TYPE = "text/csv";

    public static final Form JSON = new Form("json", MediaType.APPLICATION_JSON_TYPE);
    public static final Form CSV = new Form("csv", MediaType.valueOf(CSV_TYPE).withCharset("utf-8"));

    /** What the parameter means, for the OpenAPI document. */
    public static final String MEANING = "The form of the answer, whatever Accept says.";

    /** Of those that are known, the one that 'format' names; where it is null, the one that Accept likes best. */
    public static Form asked(List<Form> known, String format, Request request, Parameters parameters) {
        if (format == null) {
            return accepted(known, request);
        }
        parameters.choice("format", format, known.stream().map(Form::word).toList());
        return known.stream().filter(form -> form.word.equals(format)).findAny().orElse(known.get(0));
    }

    private static Form accepted(List<Form> known, Request request) {
        var variants = known.stream().map(Form::variant).toList();
        try {
            int best = variants.indexOf(request.selectVariant(variants));
            return known.get(Math.max(best, 0));
        } catch (IndexOutOfBoundsException e) {
            // the framework reads on behind the end of "application/json;q="
            throw Problems.of(400, "malformed_header", "Accept is a list of media types, such as text/csv;q=0.5.");
        }
    }

    private Variant variant() {
        return new Variant(new MediaType(type.getType(), type.getSubtype()), (String) null, null);
    }
}
