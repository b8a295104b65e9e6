package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Speaks HTTP byte for byte over a socket: nothing that a client would mend is mended. */
final class Raw {

    private static final int PATIENCE = 30_000;
    private static final long FAR_TOO_MUCH = 4_000_000_000L;

    /** An answer as it came; header names are found in any case. */
    record Answer(int status, Map<String, String> headers, String body) {

        /** Asserts that this is a problem in the form of the contract, and that it tells nothing of the inside. */
        Answer isProblem(int expected, String code) {
            assertThat(this).extracting(Answer::status).as(body).isEqualTo(expected);
            assertThat(headers.get("Content-Type")).as(body).startsWith("application/problem+json");
            assertThat(json().getMap(""))
                    .containsKeys("type", "title", "detail", "instance")
                    .containsEntry("status", expected)
                    .containsEntry("code", code)
                    .containsEntry("request_id", headers.get("X-Request-Id"));
            assertThat(body).doesNotContain("Exception", "org.", "java", "io.", "jakarta", "com.", "\\tat ");
            return this;
        }

        JsonPath json() {
            return JsonPath.from(body);
        }
    }

    /** An answer to a body without end, and how much of the body was sent before the connection was closed. */
    record Endless(Answer answer, long sent) {

        boolean wasCutOff() {
            return sent < FAR_TOO_MUCH;
        }
    }

    private Raw() {}

    /** What the service answers to a request with these lines of head, and no body. */
    static Answer ask(String requestLine, String... headers) throws IOException {
        return send(head(requestLine, headers).getBytes(UTF_8));
    }

    /** What the service answers to a POST of that body with exactly these headers, and its length. */
    static Answer post(String path, byte[] body, String... headers) throws IOException {
        return ask("POST " + path, body, headers);
    }

    /** What the service answers to a request with these lines of head, that body, and its length. */
    static Answer ask(String requestLine, byte[] body, String... headers) throws IOException {
        var head = head(requestLine + " HTTP/1.1\r\nContent-Length: " + body.length, headers);
        return send(head.getBytes(UTF_8), body);
    }

    /** All that the service sends back for these characters until it closes the connection. */
    static String everything(String sent) throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(sent.getBytes(UTF_8));
            return received(socket).toString(ISO_8859_1);
        }
    }

    /** What the service answers to a POST whose body never ends, and how many bytes of it were taken meanwhile. */
    static Endless postWithoutEnd(String path, String... headers) throws IOException {
        var head = head("POST " + path + " HTTP/1.1\r\nTransfer-Encoding: chunked", headers);
        var chunk = ("4000\r\n" + "[".repeat(0x4000) + "\r\n").getBytes(UTF_8);
        try (var socket = open()) {
            var answer = CompletableFuture.supplyAsync(() -> answered(socket));
            socket.getOutputStream().write(head.getBytes(UTF_8));
            long sent = 0;
            try {
                for (; sent < FAR_TOO_MUCH; sent += chunk.length) {
                    socket.getOutputStream().write(chunk);
                }
            } catch (SocketException closed) {
                // that is what is wanted
            }
            return new Endless(answer.join(), sent);
        }
    }

    private static Answer answered(Socket socket) {
        try {
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(String requestLine, String... headers) {
        var line = requestLine.contains("HTTP/1.1") ? requestLine : requestLine + " HTTP/1.1";
        var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        boolean named = Arrays.stream(headers).anyMatch(header -> header.startsWith("Host: "));
        var host = named ? "" : "Host: localhost\r\n";
        return line + "\r\n" + host + "Connection: close\r\n" + lines + "\r\n";
    }

    private static Answer send(byte[]... parts) throws IOException {
        try (var socket = open()) {
            for (var part : parts) {
                socket.getOutputStream().write(part);
            }
            return read(socket);
        }
    }

    private static Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static ByteArrayOutputStream received(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketException reset) {
            // what was read before counts
        }
        return bytes;
    }

    private static Answer read(Socket socket) throws IOException {
        var whole = received(socket).toString(ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        assertThat(end).as("an answer: " + whole).isPositive();
        var lines = List.of(whole.substring(0, end).split("\r\n"));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.subList(1, lines.size())
                .forEach(line -> headers.merge(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip(),
                        (a, b) -> a + ", " + b));
        boolean chunked = headers.getOrDefault("Transfer-Encoding", "").equals("chunked");
        var sent = chunked ? joined(whole.substring(end + 4)) : whole.substring(end + 4);
        var body = new String(sent.getBytes(ISO_8859_1), UTF_8);
        return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), headers, body);
    }

    /** What came in chunks, each behind its length in hexadecimal digits (RFC 9112, section 7.1). */
    private static String joined(String chunks) {
        var whole = new StringBuilder();
        for (int at = 0; at < chunks.length(); ) {
            int begin = chunks.indexOf("\r\n", at) + 2;
            int end = begin + Integer.parseInt(chunks.substring(at, begin - 2), 16);
            whole.append(chunks, begin, end);
            at = end + 2;
        }
        return whole.toString();
    }
}
