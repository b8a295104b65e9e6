package org.numericclaims.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that is wrong with a request: where it is, its stable code, and how to mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong with the request.")
public record Fault(
        @Schema(description = "Where in a JSON body (RFC 6901).", examples = "/figure")
        String pointer,

        @Schema(description = "Which query parameter.", examples = "limit")
        String parameter,

        @Schema(description = "Line of the body, from 1.", examples = "3")
        Integer line,

        @Schema(description = "Column of that line, from 1.", examples = "14")
        Integer column,

        @Schema(description = "The key of the row in an imported file.", examples = "ukraine-2024")
        String key,

        @Schema(required = true, description = "Stable name of the fault, in snake_case.", examples = "wrong_type")
        String code,

        @Schema(required = true, description = "What is wrong and how to mend it.")
        String detail) {

    /** A fault of one field of a JSON body; its name is escaped as RFC 6901 asks. */
    public static Fault field(String name, String code, String detail) {
        return new Fault("/" + name.replace("~", "~0").replace("/", "~1"), null, null, null, null, code, detail);
    }

    /** A fault of one query parameter. */
    public static Fault parameter(String name, String code, String detail) {
        return new Fault(null, name, null, null, null, code, detail);
    }

    /** A fault at a place in the text of the body; line and column count from 1. */
    public static Fault place(int line, int column, String code, String detail) {
        return new Fault(null, null, line, column, null, code, detail);
    }
}
