package org.numericclaims.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A request over a socket of its own, sent and read piece by piece. */
final class OpenRequest implements AutoCloseable {

    /** How an answer in chunks ends that is whole (RFC 9112, section 7.1). */
    static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private static final int PATIENCE = 60_000;
    private static final int LITTLE = 4_096;

    private final Socket socket = new Socket();

    private OpenRequest(PackagedService service) throws IOException {
        var address = URI.create(service.address());
        socket.setReceiveBufferSize(LITTLE); // so that what is not read waits at the service
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    /** Sends the head of it: these lines. */
    static OpenRequest of(PackagedService service, String... lines) throws IOException {
        var request = new OpenRequest(service);
        request.send(String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return request;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** The next bytes up to and with that text. */
    String readUntil(String text) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("No '" + text + "' in: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Whether anything was answered that is not read yet. */
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** All that comes until the connection is closed. */
    String rest() throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException reset) {
            // closed as well
        }
        return rest.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
