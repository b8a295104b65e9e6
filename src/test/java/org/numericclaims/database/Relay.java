package org.numericclaims.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to a server and can be cut or stalled, as a network can. */
final class Relay implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean stalled;
    private ServerSocket listener;

    /** Cut at first: nothing listens on its port. */
    Relay(int target) throws IOException {
        this.target = target;
        try (var free = new ServerSocket(0, 1, HERE)) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(HERE, port));
        start(() -> {
            while (true) {
                var client = listener.accept();
                var server = new Socket(HERE, target);
                sockets.add(client);
                sockets.add(server);
                start(() -> pump(client, server));
                start(() -> pump(server, client));
            }
        });
    }

    void cut() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Whether what comes in is kept back, as by a server that was stopped. */
    void stall(boolean yes) {
        stalled = yes;
    }

    private void pump(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (int n = from.getInputStream().read(buffer);
                    n > 0;
                    n = from.getInputStream().read(buffer)) {
                while (stalled) {
                    Thread.sleep(20);
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException cut) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        if (listener != null) {
            cut();
        }
    }
}
