package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.claim.FigureResource;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Role;

/** Adds a claim: its figure is read before it is kept. */
@Path("/new")
@Produces(MediaType.TEXT_HTML)
public class NewPage {

    private final Visit visit;
    private final ClaimResource claims;
    private final FigureResource figures;
    private final RoutingContext exchange;

    NewPage(Visit visit, ClaimResource claims, FigureResource figures, RoutingContext exchange) {
        this.visit = visit;
        this.claims = claims;
        this.figures = figures;
        this.exchange = exchange;
    }

    /** The page with that form, of which the figure is not read. */
    static TemplateInstance of(Visit visit, ClaimForm form) {
        return visit.page("new").data("form", form).data("reading", null).data("gauge", null);
    }

    @GET
    public TemplateInstance get() {
        return of(visit, ClaimForm.of(Map.of()));
    }

    @POST
    @Filled
    public Response add() {
        var form = FormReader.form(exchange);
        var added = visit.members(
                claims.add(form.typed().get(ClaimForm.DUPLICATE), form.typed().get(ClaimForm.NEW_UNIT), form.claim()));
        return Response.seeOther(URI.create("/claims/" + added.get("id"))).build();
    }

    @POST
    @Path("reading")
    @Filled
    @Needs(Role.reader)
    public TemplateInstance read() {
        var form = FormReader.form(exchange);
        var reading = visit.members(figures.parse(form.words()));
        return of(visit, form).data("reading", reading).data("gauge", Gauge.of(reading.get("unit"), List.of(reading)));
    }
}
