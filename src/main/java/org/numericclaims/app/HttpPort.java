package org.numericclaims.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;

/** The address the service is going to listen on, looked at before anything slow is started. */
record HttpPort(String host, String port) {

    static HttpPort of(Map<String, String> environment) {
        return new HttpPort(
                System.getProperty("quarkus.http.host", environment.getOrDefault("QUARKUS_HTTP_HOST", "127.0.0.1")),
                System.getProperty("quarkus.http.port", environment.getOrDefault("QUARKUS_HTTP_PORT", "8080")));
    }

    /** Refuses every address but loopback, because without keys the service is open to all who reach it. */
    void requireLoopback() {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new StartRefused("Cannot listen on " + host + ": without keys the service is open to all who"
                        + " reach it. Set CLAIMS_ADMIN_KEY, or leave QUARKUS_HTTP_HOST out.");
            }
        } catch (UnknownHostException e) {
            throw new StartRefused("Cannot listen on " + host + ": there is no such host. Mend QUARKUS_HTTP_HOST.");
        }
    }

    /** Refuses a port that is taken; what else may be wrong with the address is left to Quarkus to say. */
    void requireFree() {
        try (var free = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(host))) {
            assert free.isBound();
        } catch (BindException e) {
            throw new StartRefused("Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "): stop what listens there or set QUARKUS_HTTP_PORT to another port.");
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(HttpPort.class.getName()).log(System.Logger.Level.DEBUG, "Left to Quarkus", e);
        }
    }
}
