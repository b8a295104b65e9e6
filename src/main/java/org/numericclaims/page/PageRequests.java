package org.numericclaims.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.numericclaims.http.Asked;

/**
 * Leaves out what a form sends for fields that nobody filled in, so that the address says just what is asked; and forgets
 * what the visitor has already, since that is asked of the operations of the API, whose answers a page is made of.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class PageRequests implements ContainerRequestFilter {

    private static final String NOTHING = "";

    private final ResourceInfo resource;

    PageRequests(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass().getPackage() != PageRequests.class.getPackage()) {
            return;
        }
        request.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
        var query = request.getUriInfo().getQueryParameters();
        if (query.values().stream().anyMatch(values -> values.contains(NOTHING))) {
            request.abortWith(Response.seeOther(filled(request.getUriInfo())).build());
        }
    }

    private static URI filled(UriInfo uri) {
        var filled = uri.getRequestUriBuilder().replaceQuery(null);
        uri.getQueryParameters()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> filled.queryParam(name, Asked.encoded(value))));
        return filled.build();
    }
}
