package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.numericclaims.security.Keyed;

/** A request to be sent byte for byte, and to be changed in one place before. */
record Request(String method, String path, Map<String, String> headers, String body) {

    /** As an admin, where the service has keys. */
    static Request of(String method, String path) {
        return new Request(method, path, Keyed.isKeyed() ? Map.of("Authorization", Keyed.ADMIN) : Map.of(), null);
    }

    /** As who has that role, where the service has keys. */
    Request withKeyOf(String role) {
        return Keyed.isKeyed() ? with("Authorization", Keyed.bearer(role)) : this;
    }

    Request to(String elsewhere) {
        return new Request(method, elsewhere, headers, body);
    }

    Request with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Request(method, path, more, body);
    }

    Request without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new Request(method, path, fewer, body);
    }

    Request withBody(String json) {
        return new Request(method, path, headers, json);
    }

    Raw.Answer send() throws IOException {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toArray(String[]::new);
        var line = method + " " + path;
        return body == null ? Raw.ask(line, lines) : Raw.ask(line, body.getBytes(UTF_8), lines);
    }
}
