package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;

/** Answers with a problem where none of our operations is asked, and so the problem library does not work. */
public final class RouteProblem {

    private RouteProblem() {}

    /** Ends the exchange with that problem. */
    public static void answer(RoutingContext exchange, HttpProblem problem) {
        int status = problem.getStatusCode();
        var code = problem.getParameters().get("code").toString();
        var body = new JsonObject()
                .put("type", Problems.TYPE + code)
                .put("status", status)
                .put("title", Titles.of(status))
                .put("detail", problem.getDetail())
                .put("instance", encoded(exchange.request().path()))
                .put("code", code)
                .put("request_id", RequestId.of(exchange));
        problem.getHeaders().forEach((name, value) -> exchange.response().putHeader(name, value.toString()));
        exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(body.encode());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
