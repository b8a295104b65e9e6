package org.numericclaims.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * CSV as the service writes it (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before
 * it, as OWASP's "CSV Injection" says; so does one that looks as if it had got one, so that taking one off brings back
 * every text.
 */
public final class Csv {

    private static final Pattern FORMULA =
            Pattern.compile("'*(?:[\\t\\r\\n]|[\\s\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]).*", Pattern.DOTALL);

    private Csv() {}

    /** A writer of records, each ended by CR and LF; null is an empty cell, an empty text one in quotes. */
    public static CsvWriter writer(Writer out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(out);
    }

    /** The text as a cell that no spreadsheet runs; null stays null. */
    public static String text(String text) {
        boolean plain = text == null || text.isEmpty() || Character.isLetterOrDigit(text.charAt(0));
        return plain || !FORMULA.matcher(text).matches() ? text : "'" + text;
    }

    /** The text of a cell of {@link #text}, or of one that a spreadsheet's user guarded by hand. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** The value as a cell: a number by {@link #number}, a text by {@link #text}; null stays null. */
    public static String cell(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        return value instanceof String text ? text(text) : Objects.toString(value, null);
    }

    /** The number with all its digits and no exponent; null stays null. */
    public static String number(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
