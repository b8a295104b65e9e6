package org.numericclaims.subject;

import java.util.List;
import org.numericclaims.figure.Period;
import org.numericclaims.http.Fields;

/** A subject as it was sent; what was not sent is null, and no aliases are an empty list. */
record NewSubject(String name, String definition, List<String> aliases, String broader, SubjectKind kind, Period span) {

    static final int NAME_LIMIT = 300;
    static final int DEFINITION_LIMIT = 20_000;

    /** Reads it from a body; what is wrong goes to the faults of {@code body}. */
    static NewSubject read(Fields body) {
        body.only(SubjectView.FIELDS);
        return new NewSubject(
                body.requiredName("name", NAME_LIMIT),
                body.paragraph("definition", DEFINITION_LIMIT),
                body.names("aliases", NAME_LIMIT),
                body.line("broader", NAME_LIMIT),
                body.choice("kind", SubjectKind.class).orElse(SubjectKind.flow),
                body.parsed("span", NAME_LIMIT, Period::parse));
    }
}
