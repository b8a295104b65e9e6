package org.numericclaims.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The media type of a body, laid aside until {@link RequestGuard} asks for it: the framework would refuse it while it
 * looks for the operation, and so before anybody has asked who sends it.
 */
@Provider
@PreMatching
class BodyType implements ContainerRequestFilter {

    private static final String ASIDE = BodyType.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            request.setProperty(ASIDE, type);
            request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    /** Puts it back among the headers. */
    static void giveBack(ContainerRequestContext request) {
        if (request.getProperty(ASIDE) instanceof String type) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
        }
    }

    /** Whether the operation takes a body of that type, null for none; one that names no types takes any. */
    static boolean isTaken(Method operation, String type) {
        if (type == null || type.isBlank()) {
            return false;
        }
        try {
            var sent = MediaType.valueOf(type);
            var taken = operation.getAnnotation(Consumes.class);
            return taken == null
                    || Arrays.stream(taken.value())
                            .anyMatch(known -> MediaType.valueOf(known).isCompatible(sent));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
