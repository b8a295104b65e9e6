package org.numericclaims.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses what would otherwise be ignored: a parameter that an operation does not have, a body without its type. */
@Provider
class RequestGuard implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final int bodyLimit;
    private final Map<Method, KnownParameters> parameters = new ConcurrentHashMap<>();

    RequestGuard(ResourceInfo resource, @ConfigProperty(name = "claims.body-limit") int bodyLimit) {
        this.resource = resource;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var operation = resource.getResourceMethod();
        BodyType.giveBack(request);
        if (takesBody(operation) && !BodyType.isTaken(operation, request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw Problems.of(415, Titles.code(415), Titles.detail(415));
        }
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (takesJson(operation) && JsonBodyReader.isTooLarge(length, bodyLimit)) {
            throw JsonBodyReader.tooLarge(bodyLimit);
        }
        checkIfMatch(operation, request.getHeaderString(HttpHeaders.IF_MATCH));
        checkAddress(request.getUriInfo());
        var faults = new Faults();
        parameters
                .computeIfAbsent(operation, RequestGuard::parameters)
                .check(request.getUriInfo().getQueryParameters(), faults);
        faults.throwIfAny();
    }

    /** The path is unknown where it has U+0000, which nothing kept has; the query must be UTF-8. */
    private static void checkAddress(UriInfo uri) {
        if (uri.getPath().indexOf('\0') >= 0) {
            throw Problems.of(404, Titles.code(404), Titles.detail(404));
        }
        var query = uri.getRequestUri().getRawQuery();
        if (query != null && !Encoding.isReadable(query)) {
            throw Problems.of(400, Encoding.MALFORMED, Encoding.DETAIL);
        }
    }

    private static void checkIfMatch(Method operation, String ifMatch) {
        var conditional = Arrays.stream(operation.getParameters())
                .map(p -> p.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(HttpHeaders.IF_MATCH));
        if (conditional && ifMatch == null) {
            throw Problems.of(428, "if_match_required", "Send the ETag that you read in If-Match, or *.");
        }
        if (conditional) {
            Conditional.readable(ifMatch);
        }
    }

    private static boolean takesBody(Method operation) {
        return takesJson(operation)
                || Arrays.asList(operation.getParameterTypes()).contains(InputStream.class);
    }

    private static boolean takesJson(Method operation) {
        return Arrays.asList(operation.getParameterTypes()).contains(JsonBody.class);
    }

    private static KnownParameters parameters(Method operation) {
        var known = new TreeMap<String, Boolean>();
        for (var parameter : operation.getParameters()) {
            note(known, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(f -> note(known, f, f.getType()));
            }
        }
        return new KnownParameters(known);
    }

    private static void note(Map<String, Boolean> known, AnnotatedElement place, Class<?> type) {
        if (place.isAnnotationPresent(QueryParam.class)) {
            known.put(place.getAnnotation(QueryParam.class).value(), List.class.isAssignableFrom(type));
        }
    }
}
