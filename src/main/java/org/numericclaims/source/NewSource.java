package org.numericclaims.source;

import org.numericclaims.figure.PartialDate;
import org.numericclaims.http.Fields;

/** A source as it was sent; what was not sent is null. */
record NewSource(
        String url,
        String citation,
        String title,
        String publisher,
        String published,
        String archiveUrl,
        String language) {

    static final int TITLE_LIMIT = 1_000;
    static final int PUBLISHER_LIMIT = 300;

    private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}";

    /** Reads it from a body; what is wrong goes to the faults of {@code body}. */
    static NewSource read(Fields body) {
        body.only(SourceView.FIELDS);
        if (body.peek("url") == null && body.peek("citation") == null) {
            body.senseless("url", "required", "'url' must be given, or 'citation' where there is none.");
        }
        return new NewSource(
                WebAddress.read(body, "url"),
                citation(body),
                body.line("title", TITLE_LIMIT),
                body.name("publisher", PUBLISHER_LIMIT),
                body.parsed(
                        "published",
                        PUBLISHER_LIMIT,
                        text -> PartialDate.parse(text).text()),
                WebAddress.read(body, "archive_url"),
                body.matching("language", LANGUAGE, "a language tag such as en or pt-BR"));
    }

    private static String citation(Fields body) {
        var said = body.peek("citation");
        if (said == null || !WebAddress.isMeant(said)) {
            return body.name("citation", Source.CITATION_LIMIT);
        }
        if (WebAddress.read(body, "citation") != null) {
            body.senseless("citation", "url_as_citation", "Send a URL as 'url'.");
        }
        return null;
    }
}
