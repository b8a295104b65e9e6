package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.numericclaims.analysis.ComparisonResource;
import org.numericclaims.subject.SubjectResource;

/** The chart and the comparison of one subject, for a frame in somebody's article. */
@Path(EmbedPage.PATH + "subjects/{slug}")
@Produces(MediaType.TEXT_HTML)
public class EmbedPage {

    /** Under which pages may be framed by others. */
    static final String PATH = "/embed/";

    private final Visit visit;
    private final UriInfo uri;
    private final SubjectResource subjects;
    private final ComparisonResource comparisons;

    EmbedPage(Visit visit, UriInfo uri, SubjectResource subjects, ComparisonResource comparisons) {
        this.visit = visit;
        this.uri = uri;
        this.subjects = subjects;
        this.comparisons = comparisons;
    }

    @GET
    public TemplateInstance get(@PathParam("slug") String slug) {
        var subject = visit.members("/v1/subjects/" + slug, subjects.get(slug));
        return visit.page("embed")
                .data("subject", subject)
                .data("compared", Compared.of(slug, visit, comparisons))
                .data(
                        "page",
                        uri.getBaseUriBuilder().path("subjects").path(slug).build())
                .data("today", LocalDate.now(ZoneOffset.UTC));
    }
}
