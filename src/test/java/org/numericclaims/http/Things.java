package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numericclaims.claim.Given;

/** Claimants, subjects, sources and claims for requests that are about one of them, whichever it is. */
final class Things {

    /** The address of nothing, whatever the kind. */
    static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private static final Map<String, String> SHARED = new HashMap<>();

    private Things() {}

    /** What adds one of that kind which nobody has added before. */
    static String body(String kind) {
        return switch (kind) {
            case "claimants", "subjects" -> "{\"name\": \"" + Given.unique("Thing") + "\"}";
            case "sources" ->
                "{\"url\": \"https://example.org/" + Given.unique("a").replace(' ', '-') + "\"}";
            case "claims" -> "{\"figure\": 5, " + Given.rest(Given.unique("Thing")) + "}";
            case "keys" -> "{\"name\": \"" + Given.unique("Thing") + "\", \"role\": \"reader\"}";
            case "appearances" -> "{\"source\": \"" + Given.unique("Paper") + "\", \"date\": \"2025\"}";
            case "assessments" -> "{\"reviewer\": \"" + Given.unique("Reviewer") + "\", \"rating\": \"false\"}";
            default -> throw new AssertionError("Say what adds one of the " + kind);
        };
    }

    /** What has the form of such a body but makes no sense. */
    static String senseless(String kind) {
        return switch (kind) {
            case "claimants", "subjects", "keys" -> "{\"name\": \"\"}";
            case "sources" -> "{\"url\": \"ftp://example.org/a\"}";
            case "claims", "appearances", "assessments" -> "{\"date\": \"2025-02-30\"}";
            default -> throw new AssertionError("Say what makes no sense as one of the " + kind);
        };
    }

    /** Adds what is sent; its address. */
    static String add(String kind, String body) throws IOException {
        var answer = Request.of("POST", "/v1/" + kind)
                .with("Content-Type", "application/json")
                .withBody(body)
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.headers().get("Location").replaceFirst("^http://[^/]+", "");
    }

    /** Adds one that nobody has added before; its address. */
    static String add(String kind) throws IOException {
        return add(kind, body(kind));
    }

    /** The address of one that is always the same, for what is refused and so leaves it as it is. */
    static String shared(String kind) throws IOException {
        if (!SHARED.containsKey(kind)) {
            SHARED.put(kind, add(kind));
        }
        return SHARED.get(kind);
    }

    /** Adds two and merges the one into the other; the address of the one that is gone. */
    static String moved(String kind) throws IOException {
        var gone = add(kind);
        merge(gone, add(kind));
        return gone;
    }

    /** Adds one into which another was merged; its address. */
    static String inUse(String kind) throws IOException {
        var left = add(kind);
        merge(add(kind), left);
        return left;
    }

    /** Erases the claim at that address. */
    static void purge(String claim) throws IOException {
        var answer = Request.of("DELETE", claim + "?purge=true")
                .with("If-Match", "*")
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** What merges something into the thing at that address. */
    static String into(String address) {
        return "{\"into\": \"" + address.replaceFirst(".*/", "") + "\"}";
    }

    private static void merge(String gone, String left) throws IOException {
        var answer = Request.of("POST", gone + "/merge")
                .with("Content-Type", "application/json")
                .withBody(into(left))
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The address of a subject about which more claimants say something than are compared. */
    static String ofManyClaimants() throws IOException {
        var subject = add("subjects");
        var slug = subject.replaceFirst(".*/", "");
        var claims = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "{\"figure\": 1, \"unit\": \"people\", \"date\": \"2025\", \"source\": \"A newspaper\","
                        + " \"subject\": \"" + slug + "\", \"claimant\": \"Claimant " + i + "\"}")
                .collect(Collectors.joining(", ", "{\"claims\": [", "]}"));
        var file = Request.of("POST", "/v1/claims/import").with("Content-Type", "application/json");
        assertThat(file.withBody(claims).send().status()).isEqualTo(200);
        return subject;
    }
}
