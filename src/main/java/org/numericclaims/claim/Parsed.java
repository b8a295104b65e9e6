package org.numericclaims.claim;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.UUID;
import java.util.regex.Pattern;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.naming.Ids;

/** What the texts of query parameters mean; each throws {@link Unreadable} where they mean nothing. */
final class Parsed {

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private Parsed() {}

    /** The days of a period; an open end is the last day of all. */
    static Days days(String text) {
        return Period.parse(text).days();
    }

    /** The name that answers show for that unit. */
    static String unit(String text) {
        return Unit.of(text, true).name();
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> refuse("Send the id of a claim."));
    }

    static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refuse("Send a number such as 900000 or 3.5.");
        }
        var number = new BigDecimal(text);
        new Figure(number, null, null, Qualifier.EXACTLY, null)
                .faults(false).stream().findFirst().ifPresent(fault -> {
                    throw refuse(fault.detail());
                });
        return number;
    }

    /** An instant of the years 0001 to 9999: RFC 3339 has no others, and PostgreSQL not all that Java has. */
    static OffsetDateTime instant(String text) {
        try {
            var instant = Instant.parse(text).atOffset(ZoneOffset.UTC);
            YEARS.checkValidValue(instant.getYear(), ChronoField.YEAR);
            return instant;
        } catch (DateTimeException e) {
            throw refuse("Send an instant such as 2026-11-24T12:00:00Z; a + of an offset must be written %2B.");
        }
    }

    private static Unreadable refuse(String detail) {
        return new Unreadable("malformed_parameter", detail);
    }
}
