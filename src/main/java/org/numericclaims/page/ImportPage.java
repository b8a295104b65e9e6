package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes in a file of claims, checked before it is kept: by the page's script, or by the command that it shows. */
@Path("/import")
@Produces(MediaType.TEXT_HTML)
public class ImportPage {

    private final Visit visit;

    ImportPage(Visit visit) {
        this.visit = visit;
    }

    @GET
    public TemplateInstance get() {
        return visit.page("import").data("service", visit.service());
    }
}
