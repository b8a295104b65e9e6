package org.numericclaims.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.Consumer;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;
import org.numericclaims.http.RouteProblem;

/**
 * What the service says of itself, on pages that none of our operations answers: where reading needs a key, so do these,
 * and how it is doing is for those who are known in any case.
 */
@ApplicationScoped
class PrivatePages {

    /** As the router matches what it serves there, so that no spelling gets by. */
    private static final List<String> PAGES = List.of("/openapi*", "/docs*");

    private static final String METRICS = "/metrics*";

    private static final int BEFORE_THE_PAGES = -200;

    private final Entrance entrance;
    private final Reading reading;

    PrivatePages(Entrance entrance, Reading reading) {
        this.entrance = entrance;
        this.reading = reading;
    }

    void register(@Observes Router router) {
        guard(router, METRICS, entrance::admitKnown);
        if (reading.isPrivate()) {
            PAGES.forEach(page -> guard(router, page, exchange -> entrance.admit(exchange, Role.reader)));
        }
    }

    private static void guard(Router router, String page, Consumer<RoutingContext> entrance) {
        router.route(page).order(BEFORE_THE_PAGES).blockingHandler(exchange -> admit(exchange, entrance), false);
    }

    private static void admit(RoutingContext exchange, Consumer<RoutingContext> entrance) {
        try {
            entrance.accept(exchange);
        } catch (HttpProblem refusal) {
            RouteProblem.answer(exchange, refusal);
            return;
        } catch (PersistenceException e) {
            RouteProblem.answer(exchange, Problems.databaseUnavailable());
            return;
        }
        exchange.next();
    }
}
