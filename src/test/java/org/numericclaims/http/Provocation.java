package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

/** Makes an operation answer with each status that it may answer; one for which there is no way here is an error. */
final class Provocation {

    /** The codes of those statuses that mean the same everywhere. */
    static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(308, "moved"),
            Map.entry(400, "unknown_parameter"),
            Map.entry(401, "unauthorized"),
            Map.entry(404, "not_found"),
            Map.entry(406, "not_acceptable"),
            Map.entry(412, "stale"),
            Map.entry(413, "body_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(428, "if_match_required"),
            Map.entry(429, "too_many_requests"),
            Map.entry(503, "database_unavailable"));

    private static final String VERSION = "{version}";
    private static final String WRONG_KEY = "nc_wrong";
    private static final String NUMBER = "{n}";
    private static final int TOO_MUCH = 1_100_000;

    private final Documented operation;

    Provocation(Documented operation) {
        this.operation = operation;
    }

    /**
     * A request that is to be answered with that status. Of 503 it is one that would be done, but for the database; of
     * 429, but for who asks; of an import's 409, but for others.
     */
    Request of(int status) throws IOException {
        var good = good(status >= 300);
        return switch (status) {
            case 200, 201, 204, 429, 503 -> good;
            case 304 -> good.with("If-None-Match", good.send().headers().get("ETag"));
            case 308 -> good.to(path(Things.moved(operation.kind())) + query());
            case 400 -> good.to(good.path() + (good.path().contains("?") ? "&" : "?") + "no_such_parameter=1");
            case 401 -> good.with("Authorization", "Bearer " + WRONG_KEY);
            case 403 -> good.with("Host", "example.org").withKeyOf("reader");
            case 404 ->
                good.to(operation
                                .path()
                                .replaceFirst("\\{\\w+}", Things.UNKNOWN)
                                .replace(VERSION, "1")
                                .replace(NUMBER, "1")
                        + query());
            case 406 -> good.with("Accept", "application/xml");
            case 409 -> conflicting(good);
            case 410 -> good.to(pathOfPurged() + query());
            case 412 -> good.with("If-Match", "\"0-0\"");
            case 413 -> good.withBody("{\"claims\": [{\"note\": \"" + "a".repeat(TOO_MUCH) + "\"}]}");
            case 415 -> good.with("Content-Type", "text/plain");
            case 422 -> senseless(good);
            case 428 -> good.without("If-Match");
            default -> throw new AssertionError("Nothing here provokes " + status + " of " + operation.id());
        };
    }

    /** A request that the operation would do; unless it is refused, on a thing of its own. */
    private Request good(boolean refused) throws IOException {
        var request = Request.of(operation.method(), operation.path() + query());
        if (operation.path().contains("{")) {
            var kind = operation.kind();
            request = request.to(path(refused ? Things.shared(kind) : Things.add(kind)) + query());
        }
        if (operation.isConditional()) {
            request = request.with("If-Match", "*");
        }
        if (operation.bodies().isEmpty()) {
            return request;
        }
        var type = operation.bodies().keySet().iterator().next();
        return request.with("Content-Type", type).withBody(body());
    }

    /** What must be asked. */
    private String query() {
        return switch (operation.path().replaceFirst(".*/", "")) {
            case "implied" -> "?period=2024";
            case "facets" -> "?field=subject";
            default -> "";
        };
    }

    private String body() throws IOException {
        return switch (operation.path().replaceFirst(".*/", "")) {
            case "merge" -> Things.into(Things.add(operation.kind()));
            case "import" -> "{\"claims\": [" + Things.body("claims") + "]}";
            case "parse" -> "{\"text\": \"almost a million people\"}";
            default -> Things.body(operation.part().orElse(operation.kind()));
        };
    }

    private Request conflicting(Request good) throws IOException {
        if (operation.path().endsWith("/import")) {
            return good.to(good.path() + "?on_duplicate=error");
        }
        if (good.body() == null) {
            return good.to(Things.inUse(operation.kind()));
        }
        if (operation.part().isPresent()) {
            assertThat(good.send().status()).isEqualTo(201);
        } else {
            Things.add(operation.kind(), good.body());
        }
        return good;
    }

    private Request senseless(Request good) throws IOException {
        return switch (operation.path().replaceFirst(".*/", "")) {
            case "merge" -> good.withBody("{\"into\": \"" + Things.UNKNOWN + "\"}");
            case "import" -> good.withBody("{\"claims\": [" + Things.senseless("claims") + "]}");
            case "parse" -> good.withBody("{\"text\": \"no number in it\"}");
            case "series", "chart.svg" -> good.to(good.path() + "?date_gte=2025&date_lte=2024");
            case "comparison" -> good.to(path(Things.ofManyClaimants()));
            case "facets" -> good.to(good.path() + "&figure_gte=2&figure_lte=1");
            default ->
                good.body() == null
                        ? good.to(good.path() + (good.path().contains("?") ? "&" : "?") + "as_of=9999-01-01T00:00:00Z")
                        : good.withBody(Things.senseless(operation.part().orElse(operation.kind())));
        };
    }

    private String pathOfPurged() throws IOException {
        var claim = Things.add("claims");
        var path = path(claim);
        Things.purge(claim);
        return path;
    }

    /** The operation's path, about the thing at that address, which has the part that it names. */
    private String path(String address) throws IOException {
        if (operation.path().endsWith(NUMBER)) {
            var part = operation.part().orElseThrow();
            Things.add(address.replaceFirst("^/v1/", "") + "/" + part, Things.body(part));
        }
        var rest = operation.path().replaceFirst(".*?\\{\\w+}", "");
        return address + rest.replace(VERSION, "1").replace(NUMBER, "1");
    }
}
