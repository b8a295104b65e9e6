package org.numericclaims.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads every body as an {@link Inflow}. */
@Provider
class SlowSenders implements ReaderInterceptor {

    private final RoutingContext exchange;
    private final Duration patience;

    SlowSenders(RoutingContext exchange, @ConfigProperty(name = "claims.upload-patience") Duration patience) {
        this.exchange = exchange;
        this.patience = patience;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Inflow(body.getInputStream(), exchange, patience));
        return body.proceed();
    }
}
