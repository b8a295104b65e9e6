package org.numericclaims.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.numericclaims.database.Mode;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Role;

/**
 * Asks of each request who may do it once the operation is found: the right hangs on the operation, and no spelling of
 * its path has another. What does not say that it needs less is writing. Then it counts how often he asks.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class Access implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final RoutingContext exchange;
    private final Entrance entrance;
    private final RequestRate rate;
    private final Mode mode;
    private final Map<Method, Role> needed = new ConcurrentHashMap<>();

    Access(ResourceInfo resource, RoutingContext exchange, Entrance entrance, RequestRate rate, Mode mode) {
        this.resource = resource;
        this.exchange = exchange;
        this.entrance = entrance;
        this.rate = rate;
        this.mode = mode;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var role = needed.computeIfAbsent(resource.getResourceMethod(), Access::needed);
        var admitted = entrance.admit(exchange, role);
        rate.count(admitted, exchange);
        if (role != Role.reader && !HttpMethod.GET.equals(request.getMethod())) {
            mode.requireWriting();
        }
        admitted.filter(caller -> role != Role.reader).ifPresent(caller -> {
            Writer.note(caller, exchange);
            request.setSecurityContext(new CallerContext(caller));
        });
    }

    private static Role needed(Method operation) {
        var own = operation.getAnnotation(Needs.class);
        var said = own == null ? operation.getDeclaringClass().getAnnotation(Needs.class) : own;
        if (said != null) {
            return said.value();
        }
        return operation.isAnnotationPresent(jakarta.ws.rs.GET.class) ? Role.reader : Role.editor;
    }
}
