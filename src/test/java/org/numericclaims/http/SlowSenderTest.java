package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Who sends a body by the byte. The patience that the service has in production is ten times that of the tests. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SlowSenderTest {

    private static final int LENGTH = 1_000;
    private static final int PAUSE = 50;

    @ParameterizedTest
    @CsvSource({
        "/v1/claims, application/json",
        "/v1/figures/parse, application/json",
        "/v1/claims/import, text/csv",
        "/v1/claims/import, application/json"
    })
    void whoSendsBytesOneByOneIsCutOff(String path, String type) throws Exception {
        try (var socket = send(path, type, LENGTH)) {
            int sent = 0;
            try {
                while (sent < LENGTH) {
                    socket.getOutputStream().write(' ');
                    sent++;
                    Thread.sleep(PAUSE);
                }
            } catch (IOException closed) {
                // that is what is wanted
            }
            assertThat(sent).isLessThan(LENGTH);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/claims, application/json", "/v1/claims/import, text/csv"})
    void whoFallsSilentIsCutOff(String path, String type) throws Exception {
        try (var socket = send(path, type, LENGTH)) {
            socket.getOutputStream().write(' ');
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoIsSlowButGoesOnIsServed() throws Exception {
        var body = ("{\"figure\":1," + Given.rest(Given.unique("slow")) + "}" + " ".repeat(100_000)).getBytes(UTF_8);
        try (var socket = send("/v1/claims", "application/json", body.length)) {
            for (int at = 0; at < body.length; at += LENGTH) {
                socket.getOutputStream().write(body, at, Math.min(LENGTH, body.length - at));
                Thread.sleep(PAUSE);
            }
            assertThat(new String(socket.getInputStream().readNBytes("HTTP/1.1 201".length()), UTF_8))
                    .isEqualTo("HTTP/1.1 201");
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
