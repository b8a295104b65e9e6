package org.numericclaims.mcp;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;
import org.numericclaims.http.Needs;
import org.numericclaims.http.Role;

/** What assistants ask at /mcp. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class McpTest {

    private static final String WAR = ",\"period\":\"2022-02-24/2025-01-20\"";

    private final String subject = unique("Killed");
    private final String trump = unique("Trump");
    private final String ukraine = unique("Ukraine");
    private Assistant assistant;

    @Inject
    Tools tools;

    @BeforeEach
    void connect() {
        assistant = Assistant.withoutKey();
    }

    @AfterEach
    void leave() {
        assistant.close();
    }

    @Test
    void itSaysWhatItIsAndHowToQuoteIt() {
        assertThat(assistant.client.getServerInfo().name()).isEqualTo("numeric-claims");
        assertThat(assistant.client.getServerInstructions()).contains("almost a million", "data");
        assertThat(assistant.client.getServerCapabilities().tools()).isNotNull();
        assertThat(assistant.client.getServerCapabilities().resources()).isNull();
        assertThat(assistant.client.ping()).isNotNull();
    }

    @Test
    void allToolsReadAndNothingElse() {
        var tools = assistant.client.listTools().tools();
        assertThat(tools)
                .extracting(tool -> tool.name())
                .containsExactly(
                        "search_claims", "compare_claimants", "find_contradictions", "check_claim", "parse_figure");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().idempotentHint()).isTrue();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.description()).contains("Ask it", "words", "bounds");
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            assertThat(properties(tool.inputSchema()))
                    .isNotEmpty()
                    .allSatisfy((name, property) -> assertThat(property)
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .hasEntrySatisfying(
                                    "description",
                                    said -> assertThat(said.toString()).isNotBlank()));
        });
    }

    /** Within the process nobody asks whether the caller may. */
    @Test
    void whatIsBehindAToolNeedsNoMoreThanAReader() {
        assertThat(tools.all()).extracting(tool -> tool.operation().method()).allSatisfy(method -> {
            var needs = method.getAnnotation(Needs.class);
            assertThat(needs == null ? method.isAnnotationPresent(GET.class) : needs.value() == Role.reader)
                    .isTrue();
        });
    }

    @Test
    void aSearchTakesTheFiltersOfTheApiButThoseOfFiles() {
        List<String> documented =
                when().get("/openapi?format=json").jsonPath().getList("paths.'/v1/claims'.get.parameters.name");
        var expected = new TreeSet<>(documented);
        expected.removeAll(List.of("format", "exact"));
        var search = assistant.client.listTools().tools().get(0);
        assertThat(properties(search.inputSchema()).keySet()).isEqualTo(expected);
    }

    @Test
    void aSearchAnswersWhatTheApiAnswersAtTheAddressThatItNames() {
        var claim = claim(trump, "almost a million");
        claim(ukraine, "over 818,000");
        var found = assistant.ask(
                "search_claims",
                Map.of("subject", List.of(subject), "figure_gte", 900_000, "match", "stated", "status", "active"));
        assertThat(found.at("/items")).hasSize(1);
        assertThat(found.at("/items/0/figure_text").asText()).isEqualTo("almost a million");
        assertThat(found.at("/items/0/low").asInt()).isEqualTo(800_000);
        assertThat(found.at("/items/0/address").asText())
                .endsWith("/v1/claims/" + id(claim))
                .startsWith("http://localhost:");
        assertSame(found);
        when().get(found.at("/items/0/address").asText()).then().statusCode(200).body("claimant", is(trump));
    }

    @Test
    void aSearchGoesOnByItsCursor() {
        for (int figure = 1; figure <= 5; figure++) {
            Given.claim(subject, "\"figure\":" + figure);
        }
        var seen = new TreeSet<Integer>();
        var arguments = new HashMap<String, Object>(Map.of("subject", subject, "limit", 2, "sort", "figure"));
        JsonNode page;
        do {
            page = assistant.ask("search_claims", arguments);
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            page.get("items").forEach(claim -> seen.add(claim.get("figure").asInt()));
            arguments.put("cursor", page.get("next").asText());
        } while (!page.get("next").isNull());
        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aCursorBelongsToItsFilters() {
        Given.claim(subject, "\"figure\":1");
        Given.claim(subject, "\"figure\":2");
        var cursor = assistant
                .ask("search_claims", Map.of("subject", subject, "limit", 1))
                .get("next")
                .asText();
        var refused =
                assistant.refused("search_claims", Map.of("subject", subject, "unit", "people", "cursor", cursor));
        assertThat(refused.get("code").asText()).isEqualTo("invalid_cursor");
        when().get("/v1/claims?subject={s}&cursor={c}", subject, cursor).then().statusCode(200);
    }

    @Test
    void whoSaysWhatIsCompared() {
        claim(trump, "almost a million");
        claim(ukraine, "over 818,000");
        var slug = assistant
                .ask("search_claims", Map.of("subject", subject))
                .at("/items/0/subject_slug")
                .asText();
        var compared = assistant.ask("compare_claimants", Map.of("slug", slug, "period", "2022-02-24/2025-01-20"));
        assertThat(compared.get("items").findValuesAsText("claimant")).containsExactlyInAnyOrder(trump, ukraine);
        assertThat(compared.at("/pairs/0/verdict").asText()).isEqualTo("tension");
        assertThat(compared.at("/low").asInt()).isEqualTo(800_000);
        assertThat(compared.at("/items/0/address").asText()).contains("/v1/claims/");
        assertSame(compared);
    }

    @Test
    void whatCannotBeTrueIsFoundAndCountedAsAsked() {
        var claim = claim(trump, "434,000");
        claim(ukraine, "over 818,000");
        double before = asked("listContradictions");
        var found = assistant.ask("find_contradictions", Map.of("subject", List.of(subject)));
        assertThat(found.at("/items/0/verdict").asText()).isEqualTo("contradict");
        assertThat(found.at("/items/0/reason").asText()).contains("818,001");
        assertThat(List.of(
                        found.at("/items/0/claim/address").asText(),
                        found.at("/items/0/other/address").asText()))
                .anyMatch(address -> address.endsWith("/v1/claims/" + id(claim)));
        assertThat(asked("listContradictions")).isEqualTo(before + 1);
        assertSame(found);
    }

    @Test
    void aClaimIsChecked() {
        var claim = claim(trump, "almost a million");
        claim(ukraine, "over 818,000");
        var checked = assistant.ask("check_claim", Map.of("id", id(claim), "limit", "5"));
        assertThat(checked.at("/items/0/verdict").asText()).isEqualTo("tension");
        assertThat(checked.at("/items/0/other/figure_text").asText()).isEqualTo("over 818,000");
        assertThat(checked.at("/counts/tension").asInt()).isEqualTo(1);
        assertSame(checked);
    }

    @Test
    void aFigureIsReadFromItsWords() {
        var read = assistant.ask("parse_figure", Map.of("text", "He spoke of almost a million.", "unit", "people"));
        assertThat(read.get("qualifier").asText()).isEqualTo("almost");
        assertThat(read.get("figure").asInt()).isEqualTo(1_000_000);
        assertThat(read.get("low").asInt()).isEqualTo(800_000);
        assertThat(read.get("high").asInt()).isEqualTo(999_999);
    }

    @ParameterizedTest
    @CsvSource({
        "search_claims, claimnt, x, unknown_parameter, 'claimant'",
        "search_claims, format, csv, unknown_parameter, Did you mean",
        "search_claims, q, '', empty_parameter, leave it out",
        "search_claims, limit, 51, malformed_parameter, from 1 to 50",
        "search_claims, limit, 1e2, malformed_parameter, from 1 to 50",
        "search_claims, date_gte, 2025-02-30, malformed_parameter, 'date_gte'",
        "search_claims, match, likely, misplaced_parameter, figure",
        "search_claims, sort, best, unknown_value, relevance",
        "find_contradictions, own, perhaps, malformed_parameter, true or false",
        "compare_claimants, period, 2024, missing_parameter, 'slug'",
        "compare_claimants, slug, nothing-like-it, not_found, nothing-like-it",
        "check_claim, id, abc, not_found, abc",
        "parse_figure, text, no number at all, figure_text_unreadable, words",
        "parse_figure, words, almost a million, unknown_field, Did you mean",
    })
    void whatIsAskedWronglyIsRefusedWithAWayOut(String tool, String name, String value, String code, String detail) {
        var refused = assistant.refused(tool, Map.of(name, value));
        assertThat(refused.get("code").asText()).isEqualTo(code);
        assertThat(refused.toString()).contains(detail).doesNotContain("Exception", "org.numericclaims");
    }

    @Test
    void halfOfACharacterIsRefused() {
        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_claims\","
                        + "\"arguments\":{\"q\":\"\\ud800\"}}}")
                .statusCode(200)
                .body("result.isError", is(true))
                .body("result.structuredContent.code", is("unpaired_surrogate"));
    }

    @Test
    void whatIsNeitherTextNorListIsRefused() {
        var refused =
                assistant.refused("search_claims", Map.of("subject", Map.of("name", "x"), "q", List.of("a", "b")));
        assertThat(refused.get("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("empty_parameter", "repeated_parameter");
    }

    @Test
    void nullIsAbsent() {
        var nulls = new HashMap<String, Object>(Map.of("subject", subject));
        nulls.put("q", null);
        assertThat(assistant.ask("search_claims", nulls).get("items")).isEmpty();
    }

    @Test
    void aMergedSubjectIsRefusedWithItsNewName() {
        Given.claim(subject, "\"figure\":1");
        var other = unique("Fallen");
        Given.claim(other, "\"figure\":1");
        var from = slug(subject);
        var into = slug(other);
        given().contentType(ContentType.JSON)
                .body(Map.of("into", into))
                .post("/v1/subjects/" + from + "/merge")
                .then()
                .statusCode(200);
        var refused = assistant.refused("compare_claimants", Map.of("slug", from));
        assertThat(refused.get("code").asText()).isEqualTo("moved");
        assertThat(refused.get("detail").asText()).contains(into);
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() {
        for (int i = 0; i < 6; i++) {
            Given.claim(subject, "\"figure\":" + i + ",\"quote\":\"" + "x".repeat(20_000) + "\"");
        }
        var refused = assistant.refused("search_claims", Map.of("subject", subject));
        assertThat(refused.get("code").asText()).isEqualTo("answer_too_large");
        assertThat(assistant
                        .ask("search_claims", Map.of("subject", subject, "fields", List.of("figure")))
                        .get("items"))
                .hasSize(6);
    }

    @Test
    void thereIsNoToolThatWrites() {
        assertThatThrownBy(() -> assistant.client.callTool(CallToolRequest.builder("add_claim")
                        .arguments(Map.of("figure", 1))
                        .build()))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("Unknown tool");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void thereAreNoStreamsAndNoSessions(String method) {
        given().accept("text/event-stream")
                .request(method, "/mcp")
                .then()
                .statusCode(405)
                .header("Allow", "OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"claims/add\"}| 200 | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}| 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[1]}| 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":{}}}| 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[]}| 400 | malformed_message",
                "{\"jsonrpc\":\"2.0\"}| 400 | malformed_message",
                "{}| 400 | malformed_message",
                "[]| 400 | not_an_object",
                "| 400 | empty_body",
            })
    void whatIsNoMessageIsNoFaultOfTheService(String message, int status, String code) {
        post(message == null ? "" : message)
                .statusCode(status)
                .body(containsString(code))
                .body(not(containsString("modelcontextprotocol")))
                .body(not(containsString("jackson")));
    }

    @Test
    void whatWantsNoAnswerGetsNone() {
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .statusCode(202)
                .body(is(""));
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\",\"params\":{}}")
                .statusCode(202)
                .body(is(""));
    }

    @Test
    void eachMessageStandsByItself() {
        post("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"parse_figure\","
                        + "\"arguments\":{\"text\":\"some 5,000\"}}}")
                .statusCode(200)
                .body("id", is("a"))
                .body("result.structuredContent.figure", is(5000));
    }

    @Test
    void aVersionThatItDoesNotKnowIsRefused() {
        given().header("MCP-Protocol-Version", "2099-01-01")
                .contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("code", is("unsupported_version"))
                .body("detail", containsString("2025-11-25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://evil.example", "null", ""})
    void noPageAsksIt(String origin) {
        given().header("Origin", origin)
                .contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                .post("/mcp")
                .then()
                .statusCode(403);
    }

    @Test
    void itIsNoPartOfTheContractOfTheApi() {
        when().get("/openapi").then().body(not(containsString("/mcp")));
    }

    private String claim(String claimant, String words) {
        return Given.claim(
                "\"figure_text\":\"" + words + "\",\"unit\":\"people\",\"claimant\":\"" + claimant + "\",\"subject\":\""
                        + subject + "\",\"date\":\"2025-01-21\",\"source\":\"https://example.org/a\"" + WAR);
    }

    private static String id(String claim) {
        return claim.substring(claim.lastIndexOf('/') + 1);
    }

    private static String slug(String subject) {
        return Given.list("subject={s}", subject).getString("items[0].subject_slug");
    }

    /** What was told is what the API answers at the address that was told, beside the addresses. */
    private static void assertSame(JsonNode told) {
        var answer = given().urlEncodingEnabled(false)
                .get(told.get("address").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var plain = told.deepCopy();
        plain.findParents("address").forEach(with -> ((ObjectNode) with).remove("address"));
        try {
            assertThat(plain).isEqualTo(new ObjectMapper().readTree(answer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("properties");
    }

    private static ValidatableResponse post(String message) {
        return given().contentType(ContentType.JSON).body(message).post("/mcp").then();
    }

    private static double asked(String operation) {
        return when().get("/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("claims_verdicts_asked_total{") && line.contains("\"" + operation + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
