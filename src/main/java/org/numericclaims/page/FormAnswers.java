package org.numericclaims.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Shows a form that was refused once more, with all that was typed but the key, and why beside the fields. */
@Provider
@Filled
@Priority(Priorities.USER + 1) // before PageAnswers, which shows other problems
class FormAnswers implements ContainerResponseFilter {

    private static final Pattern STANDING = Pattern.compile("</v1(/claims/[^>]+)>; rel=\"duplicate\"");

    private final Visit visit;
    private final RoutingContext exchange;

    FormAnswers(Visit visit, RoutingContext exchange) {
        this.visit = visit;
        this.exchange = exchange;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var form = FormReader.form(exchange);
        if (response.getEntity() instanceof HttpProblem problem && form != null) {
            var link = STANDING.matcher(String.valueOf(response.getHeaderString(HttpHeaders.LINK)));
            var refused = new ClaimForm(form.typed(), visit.members(problem), link.matches() ? link.group(1) : null);
            PageAnswers.show(NewPage.of(visit, refused), response);
        }
    }
}
