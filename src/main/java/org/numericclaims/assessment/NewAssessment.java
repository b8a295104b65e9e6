package org.numericclaims.assessment;

import java.util.Arrays;
import java.util.List;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.http.Fields;
import org.numericclaims.source.WebAddress;

/** An assessment as it was sent; what was not sent is null. */
record NewAssessment(String reviewer, Rating rating, String label, String explanation, String url, PartialDate date) {

    private static final int LINE_LIMIT = 300;
    private static final int EXPLANATION_LIMIT = 20_000;

    /** Reads it from a body; what is wrong goes to the faults of {@code body}, and then it is not whole. */
    static NewAssessment read(Fields body) {
        body.only(AssessmentView.FIELDS);
        return new NewAssessment(
                body.requiredName("reviewer", LINE_LIMIT),
                body.requiredCoded("rating", Rating::of, Rating.CODES),
                body.line("label", LINE_LIMIT),
                body.paragraph("explanation", EXPLANATION_LIMIT),
                WebAddress.read(body, "url"),
                body.parsed("date", LINE_LIMIT, PartialDate::parse));
    }

    /** What is kept of it, in the order of the fields. */
    List<String> texts() {
        return Arrays.asList(reviewer, rating.code(), label, explanation, url, date == null ? null : date.text());
    }
}
