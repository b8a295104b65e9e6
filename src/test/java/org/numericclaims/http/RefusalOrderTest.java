package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

/** Of several things that are wrong at once, which is said; who asks, and what comes before, is in AccessTest. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusalOrderTest {

    /** The body is good, has no sense, or cannot be read; the ETag is any, old or no ETag. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # method | thing   | body       | If-Match | status | code
            PATCH    | unknown | unreadable | any      | 400    | wrong_type
            PATCH    | unknown | senseless  | any      | 404    | not_found
            PATCH    | unknown | senseless  | old      | 404    | not_found
            PATCH    | unknown | unreadable | none     | 428    | if_match_required
            PATCH    | unknown | unreadable | junk     | 400    | malformed_header
            PATCH    | purged  | unreadable | old      | 400    | wrong_type
            PATCH    | purged  | senseless  | old      | 410    | purged
            PATCH    | known   | unreadable | old      | 400    | wrong_type
            PATCH    | known   | senseless  | old      | 412    | stale
            PATCH    | known   | both       | any      | 400    | wrong_type
            PATCH    | known   | senseless  | any      | 422    | impossible_date
            PUT      | unknown | unreadable | old      | 400    | wrong_type
            PUT      | unknown | senseless  | old      | 404    | not_found
            PUT      | known   | senseless  | old      | 412    | stale
            PUT      | known   | both       | any      | 400    | wrong_type
            DELETE   | unknown | no         | old      | 404    | not_found
            DELETE   | purged  | no         | old      | 410    | purged
            DELETE   | known   | no         | old      | 412    | stale
            """)
    void ofAClaim(String method, String thing, String body, String ifMatch, int status, String code)
            throws IOException {
        var request = Request.of(method, address(thing)).with("Content-Type", "application/json");
        var asked = switch (ifMatch) {
            case "none" -> request;
            case "any" -> request.with("If-Match", "*");
            case "old" -> request.with("If-Match", "\"0-0\"");
            default -> request.with("If-Match", ifMatch);
        };
        asked.withBody(body(body)).send().isProblem(status, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":7,"kind":"king"}                | 400 | wrong_type    | /name
            {"name":"$","kind":"king"}              | 422 | unknown_value | /kind
            {"name":"$","member_of":"nobody-of"}    | 422 | unknown_claimant | /member_of
            {"name":"$","nmae":"a","wikidata":"42"} | 400 | unknown_field | /nmae
            """)
    void ofANameThatIsTakenToo(String body, int status, String code, String pointer) throws IOException {
        var name = Raw.ask("GET " + Things.shared("claimants")).json().getString("name");
        var answer = Request.of("POST", "/v1/claimants")
                .with("Content-Type", "application/json")
                .withBody(body.replace("$", name))
                .send()
                .isProblem(status, code);
        assertThat(answer.json().getList("errors.pointer")).containsExactly(pointer);
    }

    private static String address(String thing) throws IOException {
        return switch (thing) {
            case "unknown" -> "/v1/claims/" + Things.UNKNOWN;
            case "known" -> Things.shared("claims");
            default -> purged();
        };
    }

    private static String purged() throws IOException {
        var claim = Things.add("claims");
        var gone = Request.of("DELETE", claim + "?purge=true").with("If-Match", "*");
        assertThat(gone.send().status()).isEqualTo(204);
        return claim;
    }

    private static String body(String kind) {
        return switch (kind) {
            case "unreadable" -> "{\"date\": 2025}";
            case "senseless" -> "{\"date\": \"2025-02-30\"}";
            case "both" -> "{\"date\": \"2025-02-30\", \"figure\": \"5\"}";
            default -> "";
        };
    }
}
