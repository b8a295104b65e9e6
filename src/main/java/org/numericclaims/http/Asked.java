package org.numericclaims.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * What is asked of the API: what the address of the request says, or what a request to another address asks in its place,
 * within the process.
 */
@RequestScoped
public class Asked {

    private final RoutingContext exchange;
    private final UriInfo uri;
    private String path;
    private MultivaluedMap<String, String> parameters;

    Asked(RoutingContext exchange, UriInfo uri) {
        this.exchange = exchange;
        this.uri = uri;
    }

    /** From now on it is that path, encoded, with those query parameters. */
    public void instead(String path, MultivaluedMap<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** The path, encoded and normal (RFC 3986, 6.2.2). */
    public String path() {
        return path == null ? exchange.normalizedPath() : path;
    }

    /** The query parameters, decoded. */
    public MultivaluedMap<String, String> parameters() {
        return parameters == null ? uri.getQueryParameters() : parameters;
    }

    /** The whole address, to ask again or to go on from. */
    public UriBuilder address() {
        return path == null
                ? uri.getRequestUriBuilder()
                : uri.getBaseUriBuilder().replacePath(path).replaceQuery(query());
    }

    /** The whole address of that path, encoded. */
    public String at(String path) {
        return uri.getBaseUriBuilder().replacePath(path).build().toString();
    }

    /** The text as a value in an address, blanks as %20: a builder of addresses takes + for itself. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String query() {
        return parameters.entrySet().stream()
                .flatMap(asked -> asked.getValue().stream().map(value -> asked.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }
}
