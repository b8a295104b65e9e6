package org.numericclaims.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Conditional requests (RFC 9110, section 13): the strong ETag of what is shown is its version and a hash of it, so
 * that a renamed claimant changes it too; If-Match looks at the version alone.
 */
@ApplicationScoped
public class Conditional {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]*)\"");
    private static final int HASH_BYTES = 8;

    private final ObjectMapper mapper;
    private final HttpHeaders headers;

    Conditional(ObjectMapper mapper, HttpHeaders headers) {
        this.mapper = mapper;
        this.headers = headers;
    }

    /** 200 with the view and its ETag; 304 without it where the caller has it already, 412 where it insists. */
    public Response ok(int version, Object view) {
        return ok(version, view, Form.JSON);
    }

    /** As {@link #ok(int, Object)}, in another form, whose view has an ETag of its own. */
    public Response ok(int version, Object view, Form form) {
        var ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch != null) {
            readable(ifMatch);
            expect(ifMatch, version);
        }
        var json = written(view);
        var tag = tag(version, json);
        return isKnown(tag)
                ? Response.notModified(tag).build()
                : Response.ok(json, form.type()).tag(tag).build();
    }

    /** Whether If-None-Match names it; a proxy that packs answers has marked it as weak, which is no other here. */
    private boolean isKnown(EntityTag tag) {
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || named(one).equals(tag.getValue()));
    }

    /** The view with that status and its ETag, whatever the caller has. */
    public Response.ResponseBuilder shown(int status, int version, Object view) {
        var json = written(view);
        return Response.status(status).entity(json).tag(tag(version, json));
    }

    /** The view as the JSON object that the caller would see. */
    public ObjectNode json(Object view) {
        return mapper.valueToTree(view);
    }

    /** Refuses with 412 where {@code ifMatch} names no ETag of that version; {@code *} will do. */
    public static void expect(String ifMatch, int version) {
        if (ifMatch.strip().equals("*")) {
            return;
        }
        var current = version + "-";
        if (Arrays.stream(ifMatch.split(",")).noneMatch(tag -> strong(tag).startsWith(current))) {
            throw Problems.of(412, "stale", "It has changed since: read it again and send its newest ETag.");
        }
    }

    /** Refuses with 400 what is no list of ETags. */
    static void readable(String ifMatch) {
        var parts = Arrays.stream(ifMatch.split(",")).map(String::strip);
        if (!ifMatch.strip().equals("*")
                && !parts.allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Problems.of(
                    400, "malformed_header", "If-Match takes an ETag as it was given, quotes included, or *.");
        }
    }

    private static String strong(String tag) {
        var match = TAG.matcher(tag.strip());
        return match.matches() && match.group(1) == null ? match.group(2) : "";
    }

    private static String named(String tag) {
        var match = TAG.matcher(tag);
        return match.matches() ? match.group(2) : "";
    }

    /** Once for the ETag and the answer. */
    private byte[] written(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EntityTag tag(int version, byte[] json) {
        return new EntityTag(version + "-" + HexFormat.of().formatHex(Sha256.of(json), 0, HASH_BYTES));
    }
}
