package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StreamedBodyTest {

    private static final int FIRST = 10;
    private static final long LENGTH = 100_000_000;
    private static final long WHAT_SOCKETS_HOLD = 20_000_000;

    @Test
    void whatIsNotReadYetWaitsAtTheCaller() throws Exception {
        Streamed.goOn = new CountDownLatch(1);
        try (var socket =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port))) {
            socket.write(ByteBuffer.wrap(("POST /v1/streamed?first=" + FIRST + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + LENGTH
                            + "\r\n\r\n")
                    .getBytes(UTF_8)));
            socket.configureBlocking(false);
            long sent = write(socket, LENGTH);
            assertThat(sent).isLessThan(WHAT_SOCKETS_HOLD);
            Streamed.goOn.countDown();
            socket.configureBlocking(true);
            while (sent < LENGTH) {
                sent += socket.write(bytes(LENGTH - sent));
            }
            var answer = new String(socket.socket().getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).endsWith("\r\n\r\n" + (LENGTH - FIRST));
        }
    }

    @Test
    void aFileThatSaysItIsTooLongIsRefusedBeforeItComes() throws Exception {
        Raw.ask("POST /v1/claims/import", "Content-Type: text/csv", "Content-Length: 2000000001")
                .isProblem(413, "body_too_large");
    }

    @Test
    void aConnectionWhoseBodiesWereReadServesOn() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            for (var ask : List.of("POST /v1/streamed", "POST /v1/figures/parse", "POST /v1/claims")) {
                socket.getOutputStream()
                        .write((ask + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 2\r\n\r\n{}")
                                .getBytes(UTF_8));
                assertThat(socket.getInputStream().read())
                        .as("an answer to " + ask)
                        .isEqualTo('H');
                Thread.sleep(1_500);
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
        }
    }

    /** As much as is taken, until nothing was for a second. */
    private static long write(SocketChannel socket, long most) throws Exception {
        long sent = 0;
        for (int idle = 0; idle < 20 && sent < most; idle++) {
            for (int n = 1; n > 0 && sent < most; sent += n) {
                n = socket.write(bytes(most - sent));
                idle = n > 0 ? 0 : idle;
            }
            Thread.sleep(50);
        }
        return sent;
    }

    private static ByteBuffer bytes(long most) {
        return ByteBuffer.allocate((int) Math.min(65_536, most));
    }
}
