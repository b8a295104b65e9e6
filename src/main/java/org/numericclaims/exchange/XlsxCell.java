package org.numericclaims.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** A cell of a sheet, by its row and column from 0. */
record XlsxCell(Worksheet sheet, int row, int column) {

    private static final int LONGEST_TEXT = 32_767;
    private static final String CUT = " … (cut: a cell holds no more; csv has the whole)";

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final Pattern FULL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int FIRST_YEAR = 1900;

    /** What would be read as one character (ECMA-376 part 1, 22.9.2.19), and what XML cannot have. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\uFFFE\\uFFFF]");

    void show(String field, Object value) {
        if (value instanceof BigDecimal || value instanceof Integer) {
            sheet.value(row, column, (Number) value);
        } else if (value instanceof Instant instant) {
            sheet.value(row, column, instant);
            sheet.style(row, column).format(MOMENT).set();
        } else if (field.equals("date")) {
            date(value.toString());
        } else if (value != null) {
            sheet.inlineString(row, column, text(value.toString()));
        }
    }

    /** A day as such; what is no day, or before the calendar of spreadsheets begins, as text. */
    private void date(String date) {
        if (!FULL_DATE.matcher(date).matches() || LocalDate.parse(date).getYear() < FIRST_YEAR) {
            sheet.inlineString(row, column, date);
            return;
        }
        sheet.value(row, column, LocalDate.parse(date));
        sheet.style(row, column).format(DAY).set();
    }

    private static String text(String text) {
        var escaped = ESCAPED.matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
        if (escaped.length() <= LONGEST_TEXT) {
            return escaped;
        }
        int end = LONGEST_TEXT - CUT.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
