package org.numericclaims.http;

import java.util.Map;

/** The words and the fallback code for each status, for problems that the framework raises by itself. */
final class Titles {

    private record Words(String title, String code, String detail) {}

    private static final Map<Integer, Words> WORDS = Map.ofEntries(
            words(308, "Permanent Redirect", "moved", "Use the address in Location."),
            words(400, "Bad Request", "malformed_request", "The request cannot be read; see /docs for its form."),
            words(401, "Unauthorized", "unauthorized", "Send 'Authorization: Bearer <key>'."),
            words(403, "Forbidden", "forbidden", "This is not allowed here."),
            words(404, "Not Found", "not_found", "There is nothing at this address; see /docs for those there are."),
            words(405, "Method Not Allowed", "method_not_allowed", "Use a method that the Allow header names."),
            words(
                    406,
                    "Not Acceptable",
                    "not_acceptable",
                    "Ask for application/json, or for what else /docs names here."),
            words(409, "Conflict", "conflict", "The request is at odds with what is kept."),
            words(410, "Gone", "gone", "It was erased for good."),
            words(412, "Precondition Failed", "stale", "Read it again and send its newest ETag in If-Match."),
            words(413, "Content Too Large", "body_too_large", "Send a smaller body."),
            words(415, "Unsupported Media Type", "unsupported_media_type", "Add 'Content-Type: application/json'."),
            words(422, "Unprocessable Content", "unprocessable", "The request can be read but makes no sense."),
            words(428, "Precondition Required", "if_match_required", "Send the ETag that you read in If-Match."),
            words(429, "Too Many Requests", "too_many_requests", "Wait as long as Retry-After says."),
            words(500, "Internal Server Error", "internal_error", "The service failed; its log has the request_id."),
            words(503, "Service Unavailable", "unavailable", "Try again in a few seconds."));

    private Titles() {}

    static String of(int status) {
        return find(status).title();
    }

    static String code(int status) {
        return find(status).code();
    }

    static String detail(int status) {
        return find(status).detail();
    }

    private static Words find(int status) {
        return WORDS.getOrDefault(status, WORDS.get(status < 500 ? 400 : 500));
    }

    private static Map.Entry<Integer, Words> words(int status, String title, String code, String detail) {
        return Map.entry(status, new Words(title, code, detail));
    }
}
