package org.numericclaims.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers that are written while they are read, however long they are. One that fails half-way is cut off without its
 * end, so that nobody takes it for whole; so is one whose reader does not take it. Only so many run at once, which
 * leaves the database's other connections to other requests.
 */
@ApplicationScoped
public class Downloads {

    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());
    private static final int MOST = 10;

    private final Vertx vertx;
    private final RoutingContext exchange;
    private final Duration patience;
    private final Semaphore free = new Semaphore(MOST);

    Downloads(
            Vertx vertx,
            RoutingContext exchange,
            @ConfigProperty(name = "claims.download-patience") Duration patience) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.patience = patience;
    }

    /** What writes the whole of an answer. */
    public interface Content {
        void write(Outflow out) throws IOException;
    }

    /** The answer of that content; 503 where too many others run. */
    public StreamingOutput of(Content content) {
        return out -> {
            if (!free.tryAcquire()) {
                throw Problems.coded(503, "busy", "Other downloads are running; try again when one has ended.")
                        .withHeader(HttpHeaders.RETRY_AFTER, patience.toSeconds())
                        .build();
            }
            try (var outflow = new Outflow(out, exchange, vertx, patience)) {
                content.write(outflow);
                outflow.flush(); // all but the end, which waits for nobody
            } catch (IOException | RuntimeException e) {
                if (e instanceof IOException && exchange.response().closed()) {
                    LOG.log(Level.INFO, "Request " + RequestId.of(exchange) + " was not taken to its end.");
                    return;
                }
                if (exchange.response().headWritten()) {
                    Outflow.cutOff(exchange); // before the problem is written, which would follow what has gone
                }
                throw e;
            } finally {
                free.release();
            }
        };
    }
}
