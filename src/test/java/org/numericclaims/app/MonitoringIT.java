package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped service tells of itself where its settings ask for it. */
class MonitoringIT {

    @TempDir
    Path data;

    @Test
    void logsAreJsonAndRequestsAreTraced() throws Exception {
        var traces = new LinkedBlockingQueue<String>();
        var collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            traces.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        var settings = Map.of(
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_COMPRESSION", "none",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + collector.getAddress().getPort());
        try (var service = PackagedService.start(data, settings)) {
            given().get(service.address() + "/v1/units").then().statusCode(200);
            for (var trace = ""; !trace.contains("/v1/units"); ) {
                trace = traces.poll(30, TimeUnit.SECONDS);
                assertThat(trace).as("a trace of the request").isNotNull();
            }
            service.stop();
            var json = new ObjectMapper();
            for (var line : service.said().lines().toList()) {
                assertThat(json.readTree(line).path("message").asText())
                        .as(line)
                        .isNotEmpty();
            }
        } finally {
            collector.stop(0);
        }
    }
}
