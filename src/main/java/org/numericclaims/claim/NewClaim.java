package org.numericclaims.claim;

import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Fields;

/**
 * A claim as it was sent: figures, dates and unit understood, names and relations still words. What was not sent is
 * null.
 *
 * @param partOf the id, or inside an import the key, of the whole that it is a part of
 * @param supersedes the id, or inside an import the key, of the older claim that it replaces
 */
public record NewClaim(
        Figure figure,
        String figureText,
        Unit unit,
        String subject,
        String claimant,
        String relayedBy,
        PartialDate date,
        Period period,
        String source,
        String quote,
        String partOf,
        String supersedes,
        String baselineSubject,
        Period baselinePeriod,
        String note,
        ClaimStatus status) {

    /** The names of the fields in a file: a claim's, and the key by which other rows name it. */
    public static final List<String> FIELDS_IN_FILES =
            Stream.concat(Stream.of("key"), ClaimField.NAMES.stream()).toList();

    private static final int NAME_LIMIT = 300;
    private static final int UNIT_LIMIT = 60;
    private static final int TEXT_LIMIT = 20_000;

    /**
     * Reads it from a body; what is wrong goes to the faults of {@code body}, and then it is not whole.
     *
     * @param newUnit whether a unit that is unknown or one slip from a known one is meant
     */
    static NewClaim read(Fields body, boolean newUnit) {
        return read(body, new Meanings(newUnit));
    }

    /** As {@link #read(Fields, boolean)}, among others of which the meanings are known. */
    public static NewClaim read(Fields body, Meanings known) {
        var unit = body.requiredParsed("unit", UNIT_LIMIT, known::unit);
        var words = body.line("figure_text", Wording.LIMIT);
        return new NewClaim(
                Wording.figure(body, words, unit),
                words,
                unit,
                body.name("subject", NAME_LIMIT),
                body.requiredName("claimant", NAME_LIMIT),
                body.name("relayed_by", NAME_LIMIT),
                body.requiredParsed("date", NAME_LIMIT, known::date),
                body.parsed("period", NAME_LIMIT, known::period),
                known.source(body, "source"),
                body.paragraph("quote", TEXT_LIMIT),
                body.line("part_of", NAME_LIMIT),
                body.line("supersedes", NAME_LIMIT),
                body.name("baseline_subject", NAME_LIMIT),
                body.parsed("baseline_period", NAME_LIMIT, known::period),
                body.paragraph("note", TEXT_LIMIT),
                body.choice("status", ClaimStatus.class).orElse(ClaimStatus.active));
    }
}
