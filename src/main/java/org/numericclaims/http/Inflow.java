package org.numericclaims.http;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body on its way in, whose sender is cut off where he has had his time and sent less than a thousand bytes a second.
 * Only the time counts in which he is waited for. Where the body breaks off, which for the server is also where nothing
 * comes for as long, its connection is closed at once, so that no answer to half a request is on its way.
 */
final class Inflow extends FilterInputStream {

    private static final double SLOWEST_PER_NANO = 1_000 / 1e9;

    private final RoutingContext exchange;
    private final long patienceNanos;
    private long waitedNanos;
    private long came;

    Inflow(InputStream body, RoutingContext exchange, Duration patience) {
        super(body);
        this.exchange = exchange;
        patienceNanos = patience.toNanos();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        long began = System.nanoTime();
        int n = next(into, offset, length);
        waitedNanos += System.nanoTime() - began;
        came += Math.max(n, 0);
        if (n >= 0 && waitedNanos > patienceNanos && came < waitedNanos * SLOWEST_PER_NANO) {
            throw cutOff();
        }
        return n;
    }

    private int next(byte[] into, int offset, int length) {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw cutOff();
        }
    }

    /** What ends the work on the body; nobody is told any more. */
    private RuntimeException cutOff() {
        Outflow.cutOff(exchange);
        return Problems.bodyIncomplete();
    }
}
