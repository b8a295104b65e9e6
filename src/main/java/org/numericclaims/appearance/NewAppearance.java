package org.numericclaims.appearance;

import org.numericclaims.figure.PartialDate;
import org.numericclaims.http.Fields;
import org.numericclaims.source.Source;

/**
 * A further place of a claim as it was sent; the source is a text still.
 *
 * @param date when it was printed there, since nobody can cite a place without; the year alone will do
 * @param quote null where none was sent
 */
record NewAppearance(String source, PartialDate date, String quote) {

    private static final int DATE_LIMIT = 300;
    private static final int QUOTE_LIMIT = 20_000;

    /** Reads it from a body; what is wrong goes to the faults of {@code body}, and then it is not whole. */
    static NewAppearance read(Fields body) {
        body.only(AppearanceView.FIELDS);
        return new NewAppearance(
                Source.read(body, "source"),
                body.requiredParsed("date", DATE_LIMIT, PartialDate::parse),
                body.paragraph("quote", QUOTE_LIMIT));
    }
}
