package org.numericclaims.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.numericclaims.claim.ClaimCursor;
import org.numericclaims.claim.ClaimField;
import org.numericclaims.claim.ClaimFile;
import org.numericclaims.http.Csv;
import org.numericclaims.http.Form;

/** Claims as CSV, a row each under the names of the fields; texts are harmless in spreadsheets, unless exact. */
@ApplicationScoped
class CsvFile implements ClaimFile {

    @Override
    public Form form() {
        return Form.CSV;
    }

    @Override
    public void write(ClaimCursor claims, Layout layout, OutputStream out) throws IOException, SQLException {
        var fields = layout.fields();
        var csv = Csv.writer(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var nothing = fields.size() == 1 ? "" : null; // in quotes, since an empty line is no row
        csv.writeRecord(fields.stream().map(ClaimField::name).toList());
        var row = new String[fields.size()];
        for (var claim = claims.next(); claim.isPresent(); claim = claims.next()) {
            for (int i = 0; i < row.length; i++) {
                var value = fields.get(i).of(claim.get());
                row[i] = value == null ? nothing : cell(value, layout.exact());
            }
            csv.writeRecord(row);
        }
        csv.flush();
    }

    private static String cell(Object value, boolean exact) {
        return exact && value instanceof String text ? text : Csv.cell(value);
    }
}
