package org.numericclaims.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Refuses requests at once while others hold nearly all threads: none waits for one, and the health finds one. */
@Provider
@PreMatching
@Priority(Priorities.USER + 900)
public class Congestion implements ContainerRequestFilter {

    private static final int SPARE = 20;
    private static final String LEAVE = Congestion.class.getName();

    private final RoutingContext exchange;
    private final int most;
    private final AtomicInteger atWork = new AtomicInteger();

    Congestion(RoutingContext exchange, @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads) {
        this.exchange = exchange;
        this.most = threads - SPARE;
    }

    /** Counts it until its work has ended, whether its caller has waited for that or not. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (atWork.incrementAndGet() > most) {
            atWork.decrementAndGet();
            throw DatabaseFailure.OVERLOADED.problem();
        }
        var counted = new AtomicBoolean(true);
        Runnable leave = () -> {
            if (counted.getAndSet(false)) {
                atWork.decrementAndGet();
            }
        };
        exchange.put(LEAVE, leave);
        ((ResteasyReactiveContainerRequestContext) request)
                .getServerRequestContext()
                .registerCompletionCallback(thrown -> leave.run());
    }

    /** From now on the answer goes on without a thread. */
    public static void leave(RoutingContext exchange) {
        exchange.<Runnable>get(LEAVE).run();
    }
}
