package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Who sends a body by the byte. The service is less patient in tests. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SlowSenderTest {

    private static final int LENGTH = 1_000;
    private static final int PAUSE = 50;

    @Test
    void whoSendsBytesOneByOneIsCutOff() throws Exception {
        var senders = List.of(
                send("/v1/claims", "application/json", LENGTH),
                send("/v1/figures/parse", "application/json", LENGTH),
                send("/v1/claims/import", "text/csv", LENGTH),
                send("/v1/claims/import", "application/json", LENGTH));
        var open = new ArrayList<>(senders);
        for (int sent = 0; sent < LENGTH - 1 && !open.isEmpty(); sent++) {
            open.removeIf(socket -> !isTaken(socket, ' '));
            Thread.sleep(PAUSE);
        }
        assertThat(open).isEmpty();
        for (var socket : senders) {
            socket.close();
        }
    }

    @Test
    void whoFallsSilentIsCutOff() throws Exception {
        try (var claim = send("/v1/claims", "application/json", LENGTH);
                var file = send("/v1/claims/import", "text/csv", LENGTH)) {
            assertThat(isTaken(claim, ' ') && isTaken(file, ' ')).isTrue();
            assertThat(claim.getInputStream().read()).isEqualTo(-1);
            assertThat(file.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoIsSlowButGoesOnIsServed() throws Exception {
        var body = ("{\"figure\":1," + Given.rest(Given.unique("slow")) + "}" + " ".repeat(200_000)).getBytes(UTF_8);
        try (var socket = send("/v1/claims", "application/json", body.length)) {
            for (int at = 0; at < body.length; at += LENGTH) {
                socket.getOutputStream().write(body, at, Math.min(LENGTH, body.length - at));
                Thread.sleep(PAUSE);
            }
            assertThat(new String(socket.getInputStream().readNBytes("HTTP/1.1 201".length()), UTF_8))
                    .isEqualTo("HTTP/1.1 201");
        }
    }

    private static boolean isTaken(Socket socket, int one) {
        try {
            socket.getOutputStream().write(one);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** A connection on which the head of a POST was sent. */
    private static Socket send(String path, String type, int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                + "\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(UTF_8));
        return socket;
    }
}
