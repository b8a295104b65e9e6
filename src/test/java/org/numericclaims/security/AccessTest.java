package org.numericclaims.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.http.Documented;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class AccessTest {

    /** What is answered to whom: 0 where it is done, or refused for what was sent and not for who sent it. */
    private static final String TABLE = """
                        | nobody | wrong key | reader | editor | admin
            reading     |      0 |       401 |      0 |      0 |     0
            writing     |    401 |       401 |    403 |      0 |     0
            keys        |    401 |       401 |    403 |    403 |     0
            """;

    /** Of which kind an operation is, where its method does not say it. */
    private static final Map<String, String> KINDS =
            Map.of("parseFigure", "reading", "listKeys", "keys", "addKey", "keys", "revokeKey", "keys");

    private static final String NO_THING = "00000000-0000-0000-0000-000000000000";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestFactory
    Stream<DynamicTest> eachOperationIsDoneForWhomItIsMeant() throws IOException {
        return Documented.operations().stream()
                .flatMap(operation -> column(0, TABLE).stream()
                        .map(caller -> dynamicTest(operation.id() + " by " + caller, () -> {
                            var answer = ask(operation.method(), path(operation), authorization(caller));
                            int refused = List.of(401, 403).contains(answer.statusCode()) ? answer.statusCode() : 0;
                            assertThat(refused).as(answer.body()).isEqualTo(expected(operation, caller));
                        })));
    }

    @Test
    void theDocumentSaysWhichRoleEachNeeds() throws IOException {
        var roles = Map.of("reading", "reader", "writing", "editor", "keys", "admin");
        for (var operation : Documented.operations()) {
            var security = operation.operation().path("security");
            var needed = roles.get(kind(operation));
            assertThat(security.findValue("bearer").get(0).asText())
                    .as(operation.id())
                    .isEqualTo(needed);
            assertThat(security.get(0).isEmpty()).as(operation.id()).isEqualTo(needed.equals("reader"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/claimants",
                "/v1/claimants/",
                "//v1/claimants",
                "/v1//claimants",
                "/v1/claimants;x",
                "/v1;x=1/claimants",
                "/v1/./claimants",
                "/v1/x/../claimants",
                "/v1/%63laimants",
                "/%76%31/claimants",
                "/v1/claimants?access_token=admin-key-of-the-tests-0123456789",
                "/V1/claimants",
                "/v1/Claimants",
                "/v1%2fclaimants",
                "/v1/claimants%3Bx",
                "/v1/claimants%5c",
                "/v1/keys",
                "//v1/keys",
                "/v1/keys;a=b",
                "/v1/%6beys"
            })
    void noSpellingOfAPathHasMoreRights(String path) throws Exception {
        assertThat(ask("POST", path, "").statusCode()).isIn(401, 404);
        assertThat(ask("POST", path, Keyed.bearer("reader")).statusCode()).isIn(403, 404);
    }

    /** Whoever is refused at a path is refused, or finds nothing to do it to, in each way to write it. */
    @TestFactory
    Stream<DynamicTest> noSpellingOfAnyPathHasMoreRights() throws IOException {
        return Documented.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    for (var caller : column(0, TABLE)) {
                        int refused = expected(operation, caller);
                        for (var path : refused == 0 ? List.<String>of() : spellings(path(operation))) {
                            var answer = ask(operation.method(), path, authorization(caller));
                            assertThat(answer.statusCode())
                                    .as(caller + " at " + path + ": " + answer.body())
                                    .isIn(refused, 404, 405);
                        }
                    }
                }));
    }

    /** Each is the path for a lenient server, and most are for this one. */
    private static List<String> spellings(String path) {
        int last = path.lastIndexOf('/');
        var before = path.substring(0, last);
        var end = path.substring(last + 1);
        return List.of(
                path + "/",
                "/" + path,
                before + "//" + end,
                path + ";x",
                path + ";x=1/",
                path.replaceFirst("/v1", "/v1;a=b"),
                before + "/./" + end,
                before + "/x/../" + end,
                before + "/" + end + "/x/..",
                before + "/%" + Integer.toHexString(end.charAt(0)) + end.substring(1),
                path.replaceFirst("/v1", "/%76%31"),
                before + "%2f" + end,
                before + "%5c" + end,
                path + "%3Bx",
                path + "%00",
                path + "%20",
                path.replaceFirst("/v1", "/V1"),
                path + "?access_token=" + Keyed.ADMIN.replace("Bearer ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/", "//metrics", "/%6detrics", "/x/../metrics"})
    void howTheServiceIsDoingIsForThoseWhoAreKnown(String path) throws Exception {
        for (var caller : List.of("nobody", "wrong key", "reader", "admin")) {
            var answer = ask("GET", path, authorization(caller));
            if (List.of("nobody", "wrong key").contains(caller)) {
                assertProblem(answer, 401, "unauthorized");
            } else {
                assertThat(answer.statusCode()).isIn(200, 404);
            }
        }
    }

    @Test
    void onlyAnAdminErasesAClaim() throws Exception {
        for (var caller : List.of("reader", "editor", "admin")) {
            var purge = request("/v1/claims/" + NO_THING + "?purge=true", authorization(caller))
                    .header("If-Match", "*")
                    .DELETE();
            boolean admin = caller.equals("admin");
            assertProblem(send(purge), admin ? 404 : 403, admin ? "not_found" : "forbidden");
        }
    }

    @Test
    void whoAsksIsLookedAtAfterThePathAndTheMethodAndBeforeAllElse() throws Exception {
        assertProblem(ask("POST", "/v1/nothing", ""), 404, "not_found");
        assertProblem(ask("POST", "/v1/units", ""), 405, "method_not_allowed");
        assertProblem(ask("PUT", "/v1/claims/" + NO_THING + "?x=%FF", ""), 401, "unauthorized");
        assertProblem(ask("DELETE", "/v1/claims/" + NO_THING, ""), 401, "unauthorized");
        for (var type : List.of("text/plain", "application/json", "nonsense")) {
            assertProblem(send("/v1/claims", "", type, "[".repeat(1_100_000)), 401, "unauthorized");
            assertProblem(send("/v1/claims", Keyed.bearer("reader"), type, "no JSON"), 403, "forbidden");
        }
        var editor = Keyed.bearer("editor");
        assertProblem(send("/v1/claims", editor, "text/plain", "[".repeat(1_100_000)), 415, "unsupported_media_type");
        assertProblem(send("/v1/claims", editor, "nonsense", "{}"), 415, "unsupported_media_type");
        assertProblem(send("/v1/claims", editor, "application/json", "[".repeat(1_100_000)), 413, "body_too_large");
        assertProblem(ask("DELETE", "/v1/claims/" + NO_THING + "?x=1", editor), 428, "if_match_required");
    }

    private static int expected(Documented operation, String caller) {
        var row = TABLE.lines()
                .filter(line -> line.startsWith(kind(operation)))
                .findFirst()
                .orElseThrow();
        int column = column(0, TABLE).indexOf(caller);
        return Integer.parseInt(row.split("\\|")[column + 1].strip());
    }

    private static List<String> column(int row, String table) {
        return Stream.of(table.lines().toList().get(row).split("\\|"))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    private static String kind(Documented operation) {
        return KINDS.getOrDefault(operation.id(), operation.method().equals("GET") ? "reading" : "writing");
    }

    private static String path(Documented operation) {
        return operation.path().replaceAll("\\{\\w+}", NO_THING);
    }

    private static String authorization(String caller) {
        return switch (caller) {
            case "nobody" -> "";
            case "wrong key" -> Keyed.bearer("editor") + "x";
            case "admin" -> Keyed.ADMIN;
            default -> Keyed.bearer(caller);
        };
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(null))
                .isEqualTo(status == 401 ? "Bearer" : null);
    }

    /** With nothing that would make it do what it does. */
    private static HttpResponse<String> ask(String method, String path, String authorization)
            throws IOException, InterruptedException {
        return send(request(path, authorization).method(method, BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(String path, String authorization, String type, String body)
            throws IOException, InterruptedException {
        return send(request(path, authorization).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
