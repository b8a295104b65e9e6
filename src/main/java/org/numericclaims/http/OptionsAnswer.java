package org.numericclaims.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Names in the answer to OPTIONS the methods of that very address: the framework names those of all below it. */
@Provider
class OptionsAnswer implements ContainerResponseFilter {

    private final AllowedMethods allowed;

    OptionsAnswer(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (request.getMethod().equals(HttpMethod.OPTIONS) && headers.containsKey(HttpHeaders.ALLOW)) {
            headers.putSingle(HttpHeaders.ALLOW, allowed.at(request.getUriInfo().getPath()));
        }
    }
}
