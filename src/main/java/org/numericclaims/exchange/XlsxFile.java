package org.numericclaims.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.numericclaims.claim.ClaimCursor;
import org.numericclaims.claim.ClaimFile;
import org.numericclaims.http.Form;

/** Claims as a sheet of an Excel workbook (ECMA-376): numbers and dates are such, and no text is ever a formula. */
@ApplicationScoped
class XlsxFile implements ClaimFile {

    private static final int ROWS_IN_MEMORY = 250;
    private static final int WIDTH = 20;

    @Override
    public Form form() {
        return XLSX;
    }

    @Override
    public int most() {
        return Worksheet.MAX_ROWS - 1;
    }

    @Override
    public void write(ClaimCursor claims, Layout layout, OutputStream out) throws IOException, SQLException {
        var fields = layout.fields();
        var book = new Workbook(out, "Numeric Claims", null);
        var sheet = book.newWorksheet("claims");
        head(sheet, layout);
        int row = 0;
        for (var claim = claims.next(); claim.isPresent(); claim = claims.next()) {
            row++;
            for (int column = 0; column < fields.size(); column++) {
                var cell = new XlsxCell(sheet, row, column);
                cell.show(fields.get(column).name(), fields.get(column).of(claim.get()));
            }
            if (row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, row, fields.size() - 1);
        book.finish(); // never where it broke off before: the file would look whole
    }

    private static void head(Worksheet sheet, Layout layout) throws IOException {
        sheet.freezePane(0, 1);
        for (int column = 0; column < layout.fields().size(); column++) {
            sheet.inlineString(0, column, layout.fields().get(column).name());
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.flush();
    }
}
