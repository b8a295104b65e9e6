package org.numericclaims.claim;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.numericclaims.http.Form;

/** A form of file in which claims are given away; the package exchange has them. */
public interface ClaimFile {

    /**
     * What of each claim is written, and how.
     *
     * @param fields its fields, in its own order
     * @param whole whether those are all that it has
     * @param exact whether texts stay as they are, though a spreadsheet would run them
     */
    record Layout(List<ClaimField> fields, boolean whole, boolean exact) {}

    String NDJSON_TYPE = "application/x-ndjson";
    String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    Form NDJSON = new Form("ndjson", MediaType.valueOf(NDJSON_TYPE));
    Form XLSX = new Form("xlsx", MediaType.valueOf(XLSX_TYPE));

    Form form();

    /** How many claims it can have at most. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Writes all of the claims; where it throws, what was written lacks its end. */
    void write(ClaimCursor claims, Layout layout, OutputStream out) throws IOException, SQLException;
}
