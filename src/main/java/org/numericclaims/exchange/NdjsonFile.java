package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import org.numericclaims.claim.ClaimCursor;
import org.numericclaims.claim.ClaimFile;
import org.numericclaims.http.Form;

/** Claims as lines of JSON, each the object that the list has. */
@ApplicationScoped
class NdjsonFile implements ClaimFile {

    private final ObjectWriter writer;

    NdjsonFile(ObjectMapper mapper) {
        writer = mapper.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .withRootValueSeparator("");
    }

    @Override
    public Form form() {
        return NDJSON;
    }

    @Override
    public void write(ClaimCursor claims, Layout layout, OutputStream out) throws IOException, SQLException {
        var lines = writer.createGenerator(out);
        for (var claim = claims.next(); claim.isPresent(); claim = claims.next()) {
            writer.writeValue(lines, shown(claim.get(), layout));
            lines.writeRaw('\n');
        }
        lines.flush();
    }

    private static Object shown(Object claim, Layout layout) {
        if (layout.whole()) {
            return claim;
        }
        var picked = new LinkedHashMap<String, Object>();
        layout.fields().forEach(field -> picked.put(field.name(), field.of(claim)));
        return picked;
    }
}
