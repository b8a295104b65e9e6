package org.numericclaims.http;

import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** A download on its way to its reader, who is cut off where he takes nothing of it, or has not all of it in an hour. */
public final class Outflow extends OutputStream {

    private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();
    private static final long LOOK_MILLIS = 500;
    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final OutputStream out;
    private final RoutingContext exchange;
    private final Vertx vertx;
    private final long timer;
    private final long end = System.nanoTime() + LONGEST_NANOS;
    private final long patienceNanos;
    private volatile long waitsUntil = NOT_WAITING;

    Outflow(OutputStream out, RoutingContext exchange, Vertx vertx, Duration patience) {
        this.out = out;
        this.exchange = exchange;
        this.vertx = vertx;
        patienceNanos = patience.toNanos();
        timer = vertx.setPeriodic(LOOK_MILLIS, look -> {
            if (isLate()) {
                cutOff(exchange);
            }
        });
    }

    /** Ends the connection as an idle one is: any other way waits until all is taken, and lets more be written. */
    static void cutOff(RoutingContext exchange) {
        var connection = (ConnectionBase) exchange.request().connection();
        connection.channelHandlerContext().close();
    }

    /** What to do, on another thread, where the reader leaves before the end. */
    public void whenGone(Runnable stop) {
        exchange.addEndHandler(ended -> {
            if (ended.failed()) {
                vertx.executeBlocking(() -> {
                    stop.run();
                    return null;
                });
            }
        });
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        waitsUntil = System.nanoTime() + patienceNanos;
        try {
            out.write(bytes, from, length);
        } finally {
            waitsUntil = NOT_WAITING;
        }
    }

    @Override
    public void flush() throws IOException {
        waitsUntil = System.nanoTime() + patienceNanos;
        try {
            out.flush();
        } finally {
            waitsUntil = NOT_WAITING;
        }
    }

    /** Ends the watch; whether the answer ends well is for the framework, which knows whether all was written. */
    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    private boolean isLate() {
        long now = System.nanoTime();
        long until = waitsUntil;
        return now - end > 0 || (until != NOT_WAITING && now - until > 0);
    }
}
