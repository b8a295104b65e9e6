package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers pages of lists, with the whole address of the next one for scripts to follow. */
@ApplicationScoped
public class Lists {

    private final UriInfo uri;

    Lists(UriInfo uri) {
        this.uri = uri;
    }

    /** 200 with the page, and a Link header where it is not the last (RFC 8288). */
    public Response page(Page<?> page) {
        var response = Response.ok(page);
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next());
            response.header(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
