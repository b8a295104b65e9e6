package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.numericclaims.http.Csv;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Utf8Text;

/**
 * The rows of a CSV file (RFC 4180): the first names the fields and so tells the separator. An empty cell is null, and
 * a row of empty cells is passed over as an empty line is.
 */
final class CsvRows implements Rows {

    private static final int HEADER_LIMIT = 10_000;

    /** Far more than any text of a claim may have. */
    private static final int LONGEST_CELL = Utf8Text.LONGEST_ITEM / 4;

    private static final Set<String> NUMBERS = Set.of("figure", "figure_to", "best", "rounded_to");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?");

    /** In German "818.000" is 818 thousand: nobody writes the zeros of 818 and three decimals. */
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{2}0");

    /** Where the columns are parted by semicolons, figures are parted by points. */
    private static final Pattern THOUSANDS_AMONG_SEMICOLONS = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{3}");

    private static final Pattern BEGUN = Pattern.compile("record (?:starting at|that started in) line ([0-9]+)");

    private final boolean exact;
    private final Utf8Text text;
    private final CloseableIterator<CsvRecord> records;
    private final Pattern thousands;
    private final CsvHeader header;
    private int number;

    /**
     * The rows of that file.
     *
     * @param exact whether its cells are texts as they stand, not guarded ones
     */
    CsvRows(InputStream body, boolean exact) throws IOException {
        this.exact = exact;
        text = new Utf8Text(body);
        var reader = new BufferedReader(text);
        var beginning = beginning(reader);
        char separator = separator(beginning);
        thousands = separator == ';' ? THOUSANDS_AMONG_SEMICOLONS : THOUSANDS;
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(reader)
                .iterator();
        var first = record();
        if (first == null) {
            throw Problems.of(400, List.of(CsvHeader.empty()));
        }
        header = CsvHeader.of(first.getFields(), beginning.lines().count() > 1);
    }

    @Override
    public Row next() throws IOException {
        for (var record = record(); record != null; record = record()) {
            var cells = record.getFields();
            if (!cells.stream().allMatch(String::isEmpty)) {
                int line = (int) record.getStartingLineNumber();
                number++;
                return cells.size() == header.size()
                        ? Row.of(number, line, 1, claim(cells))
                        : Row.unread(number, line, Math.min(cells.size(), header.size()) + 1, List.of(ragged(cells)));
            }
        }
        return null;
    }

    @Override
    public Fault place(Row.Place row, Fault fault) {
        int column = fault.pointer() == null
                ? row.column()
                : header.column(fault.pointer().substring(1));
        return new Fault(fault.pointer(), null, row.line(), column, row.key(), fault.code(), fault.detail());
    }

    /** The first lines, which are read again. */
    private static String beginning(BufferedReader reader) throws IOException {
        reader.mark(HEADER_LIMIT);
        var read = new char[HEADER_LIMIT];
        int length = 0;
        for (int n = 0; n >= 0 && length < HEADER_LIMIT; length += Math.max(n, 0)) {
            n = reader.read(read, length, HEADER_LIMIT - length);
        }
        reader.reset();
        return new String(read, 0, length).stripLeading();
    }

    private static char separator(String beginning) {
        var names = beginning.lines().findFirst().orElse("");
        char most = ',';
        for (char c : new char[] {';', '\t'}) {
            most = count(names, c) > count(names, most) ? c : most;
        }
        return most;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }

    private CsvRecord record() throws IOException {
        text.beginItem();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof HttpProblem problem) {
                throw problem;
            }
            throw Problems.of(400, List.of(malformed(e.getMessage())));
        }
    }

    private static Fault malformed(String message) {
        var begun = BEGUN.matcher(message);
        int line = begun.find() ? Integer.parseInt(begun.group(1)) : 1;
        var detail = message.contains("after closing quote")
                ? "In the row that begins here a quote ends inside a cell; write a quote in a quoted cell twice."
                : "In the row that begins here a quote opens that nothing closes; close it, or write a quote in a quoted"
                        + " cell twice.";
        return Fault.place(line, 1, "malformed_csv", detail);
    }

    private Fault ragged(List<String> cells) {
        return new Fault(
                null,
                null,
                null,
                null,
                null,
                "ragged_row",
                "The row has " + cells.size() + " cells, the header " + header.size()
                        + "; put a text that has a separator, a quote or a line break into quotes.");
    }

    private ObjectNode claim(List<String> cells) {
        var claim = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            var cell = exact ? cells.get(i) : Csv.unguarded(cells.get(i));
            var name = header.name(i);
            if (!cell.isEmpty() && NUMBERS.contains(name) && isNumber(cell)) {
                claim.put(name, new BigDecimal(cell));
            } else if (!cell.isEmpty()) {
                claim.put(name, cell);
            }
        }
        return claim;
    }

    private boolean isNumber(String cell) {
        return DECIMAL.matcher(cell).matches() && !thousands.matcher(cell).matches();
    }
}
