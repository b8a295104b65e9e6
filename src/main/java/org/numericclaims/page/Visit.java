package org.numericclaims.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One visit of a page: what it asks of the public API, within this process, and what stands around what it shows. */
@RequestScoped
class Visit {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private static final String CURSOR = "cursor";

    private final Engine templates;
    private final ObjectMapper json;
    private final ObjectReader members;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final List<String> asked = new ArrayList<>();

    Visit(Engine templates, ObjectMapper json, UriInfo uri, HttpHeaders headers) {
        this.templates = templates;
        this.json = json;
        members = json.readerFor(MEMBERS).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.uri = uri;
        this.headers = headers;
    }

    /** The members of what an operation answered, by their names in JSON; readers can ask for it at that address. */
    Map<String, Object> members(String address, Object answer) {
        asked.add(address);
        return members(answer);
    }

    /** As {@link #members(String, Object)}, of what readers cannot ask for. */
    Map<String, Object> members(Object answer) {
        var body = answer instanceof Response response ? response.getEntity() : answer;
        try {
            return members.readValue(body instanceof byte[] written ? written : json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of what the service wrote itself
        }
    }

    /** The list that the API answered, with the way to the next page of this page. */
    Listing listing(Map<String, Object> page) {
        var filters = new TreeMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> filters.put(name, values.get(0)));
        return new Listing(Members.items(page), page.get("next") == null ? null : behind(page.get("next")), filters);
    }

    /**
     * Where to ask an operation with the query of this page; {@code first} stands before it, empty for nothing. It is the
     * beginning of a list: a place in the page's list is none in the operation's.
     */
    String address(String path, String first) {
        var own = uri.getRequestUriBuilder().replaceQueryParam(CURSOR).build().getRawQuery();
        var query = Stream.of(first, Objects.requireNonNullElse(own, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** How figures are told to who visits. */
    Telling say() {
        return new Telling(digits());
    }

    /** The whole address of this page with that parameter alone. */
    String here(String parameter, Object value) {
        return uri.getAbsolutePathBuilder().queryParam(parameter, value).build().toString();
    }

    /** The address of the service, with a slash at its end. */
    String service() {
        return uri.getBaseUri().toString();
    }

    /** The page of that name in {@code templates/page}, with what all pages need; the rest is for the page to give. */
    TemplateInstance page(String name) {
        return templates
                .getTemplate("page/" + name)
                .data("say", say())
                .data("here", uri.getRequestUri().getRawPath())
                .data("asked", asked);
    }

    private String behind(Object cursor) {
        var next = uri.getRequestUriBuilder().replaceQueryParam(CURSOR, cursor).build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private Locale digits() {
        var preferred = headers.getAcceptableLanguages().get(0);
        return preferred.getLanguage().equals("*") ? Locale.ENGLISH : preferred;
    }
}
