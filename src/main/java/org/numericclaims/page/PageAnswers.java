package org.numericclaims.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Lets pages load only what is the service's own, and shows who reads pages a problem as a page. */
@Provider
class PageAnswers implements ContainerResponseFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String NOBODY = "'none'";
    private static final String ANYBODY = "*";

    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
    private static final Pattern API = Pattern.compile("/v1(/.*)?");

    private final Visit visit;

    PageAnswers(Visit visit) {
        this.visit = visit;
    }

    /** Answers with that page instead, under the status that there is. */
    static void show(TemplateInstance page, ContainerResponseContext response) {
        response.setEntity(page.render(), null, PAGE);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem
                && !API.matcher(request.getUriInfo().getPath()).matches()
                && request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
            var page = visit.page("problem").data("problem", visit.members(problem));
            show(page, response);
        }
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            boolean framed = request.getUriInfo().getPath().startsWith(EmbedPage.PATH);
            response.getHeaders().putSingle("Content-Security-Policy", POLICY + (framed ? ANYBODY : NOBODY));
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
