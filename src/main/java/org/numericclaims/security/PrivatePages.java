package org.numericclaims.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Role;
import org.numericclaims.http.RouteProblem;

/** Where reading needs a key, so does what the service says of itself: pages that none of our operations answers. */
@ApplicationScoped
class PrivatePages {

    /** As the router matches what it serves there, so that no spelling gets by. */
    private static final List<String> PAGES = List.of("/openapi*", "/docs*");

    private static final int BEFORE_THE_PAGES = -200;

    private final Entrance entrance;
    private final Reading reading;

    PrivatePages(Entrance entrance, Reading reading) {
        this.entrance = entrance;
        this.reading = reading;
    }

    void register(@Observes Router router) {
        if (reading.isPrivate()) {
            PAGES.forEach(page -> router.route(page).order(BEFORE_THE_PAGES).blockingHandler(this::admit, false));
        }
    }

    private void admit(RoutingContext exchange) {
        try {
            entrance.admit(exchange, Role.reader);
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
