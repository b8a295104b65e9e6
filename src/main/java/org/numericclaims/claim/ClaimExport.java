package org.numericclaims.claim;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.numericclaims.http.Downloads;
import org.numericclaims.http.Form;
import org.numericclaims.http.Outflow;
import org.numericclaims.http.Parameters;

/** Answers all the claims that match as one file, written while they are read. */
@ApplicationScoped
class ClaimExport {

    private final AgroalDataSource database;
    private final ManagedExecutor executor;
    private final Downloads downloads;
    private final List<ClaimFile> files;

    ClaimExport(AgroalDataSource database, ManagedExecutor executor, Downloads downloads, @All List<ClaimFile> files) {
        this.database = database;
        this.executor = executor;
        this.downloads = downloads;
        this.files = files;
    }

    /** The file in that form, which is another than JSON. */
    Response file(Form form, ClaimQuery query, ClaimPages.Shape shape, Parameters parameters) {
        var asOf = query.asOf(parameters);
        var asked = asOf.ask(() -> ClaimSelection.of(query, asOf, shape, parameters));
        var layout = new ClaimFile.Layout(asked.fields(), !Parameters.isAsked(shape.fields()), shape.isExact());
        var file = files.stream()
                .filter(known -> known.form().equals(form))
                .findAny()
                .orElseThrow();
        return Response.ok(downloads.of(out -> write(file, asked, layout, out)), form.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"claims." + form.word() + "\"")
                .build();
    }

    private void write(ClaimFile file, ClaimSelection asked, ClaimFile.Layout layout, Outflow out) throws IOException {
        try (var claims = ClaimCursor.open(database, asked, executor)) {
            out.whenGone(claims::cancel);
            claims.begin(file.most());
            file.write(claims, layout, out);
        } catch (SQLException e) {
            throw new IOException("The claims could not be read to their end.", e);
        }
    }
}
