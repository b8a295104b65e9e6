package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** What no query may have, of whichever operation: each parameter of the document is tried. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadQueriesTest {

    private static final int MOST_VALUES = 100;

    /** More than Vert.x reads of one address. */
    private static final int FAR_TOO_MANY = 1_100;

    @Inject
    EntityManager em;

    @TestFactory
    Stream<DynamicTest> noParameterIsEmptyOrTwiceOrHasTheCharacterZero() throws IOException {
        return operations()
                .flatMap(operation -> parameters(operation)
                        .map(parameter -> dynamicTest(
                                operation.id() + " " + parameter.path("name").asText(), () -> {
                                    var name = parameter.path("name").asText();
                                    refused(operation, name + "=", "empty_parameter", name);
                                    refused(operation, name + "=%00", "nul_character", name);
                                    // of 'status' the document shows one value alone
                                    boolean list = name.equals("status")
                                            || parameter
                                                    .at("/schema/type")
                                                    .toString()
                                                    .contains("array");
                                    var again = "&" + name + "=a";
                                    refused(
                                            operation,
                                            name + "=a" + again.repeat(list ? MOST_VALUES : 1),
                                            list ? "too_many_values" : "repeated_parameter",
                                            name);
                                })));
    }

    @TestFactory
    Stream<DynamicTest> aParameterThatIsMisspeltIsRefusedWithTheNearest() throws IOException {
        return operations()
                .flatMap(operation -> parameters(operation)
                        .map(parameter -> parameter.path("name").asText())
                        .map(name -> dynamicTest(operation.id() + " " + name, () -> {
                            var answer = refused(operation, name + "z=a", "unknown_parameter", name + "z");
                            assertThat(answer.json().getString("detail")).contains("Did you mean '" + name + "'?");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aLimitIsAWholeNumberFromOneToFiveHundred() throws IOException {
        return operations()
                .filter(operation -> parameters(operation)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("limit")))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    for (var limit : "0 501 -1 abc 1e2 1.0 %2B5 0x10 100000000000000000000 %D9%A5 1%20".split(" ")) {
                        refused(operation, "limit=" + limit, "malformed_parameter", "limit");
                    }
                    assertThat(request(operation, "limit=500").send().status()).isEqualTo(200);
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/claims?subject=a&narrower=TRUE",
                "/v1/claims?claimant=a&member=yes",
                "/v1/claims?classified=1",
                "/v1/claims?format=csv&exact=True",
                "/v1/contradictions?claimant=a&own=on",
                "/v1/facets?field=year&classified=TRUE"
            })
    void aFlagIsTrueOrFalse(String path) throws IOException {
        var answer = Raw.ask("GET " + path).isProblem(400, "malformed_parameter");
        assertThat(answer.json().getString("detail")).contains("true or false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/claims?sort=size                  | sort                  | -updated_at
            /v1/claims?sort=DATE                  | sort                  | created_at
            /v1/claims?fields=figure&fields=size  | fields                | claimant_slug
            /v1/claims?format=pdf                 | format                | xlsx
            /v1/claims?figure_gte=1&match=perhaps | match                 | possible
            /v1/claims?count=all                  | count                 | estimated
            /v1/facets?field=colour               | field                 | publisher
            /v1/contradictions?verdict=maybe      | verdict               | tension
            """)
    void aValueThatIsUnknownIsRefusedWithThoseThatAreKnown(String path, String parameter, String known)
            throws IOException {
        var answer = Raw.ask("GET " + path).isProblem(400, "unknown_value");
        assertThat(answer.json().getString("errors[0].parameter")).isEqualTo(parameter);
        assertThat(answer.json().getString("errors[0].detail")).contains(known);
    }

    @Test
    void allFaultsOfAQueryAreNamedAtOnceAndWhatCannotBeReadOutranksTheRest() throws IOException {
        var query = "claimnt=a&limit=1&limit=2&subject=&figure_gte=5&figure_lte=4&unit=%00";
        var answer = Raw.ask("GET /v1/claims?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getList("errors.parameter"))
                .containsExactlyInAnyOrder("claimnt", "limit", "subject", "unit");
        Raw.ask("GET /v1/claims?figure_gte=5&figure_lte=4&date_gte=2025-02-30").isProblem(400, "malformed_parameter");
        assertThat(Raw.ask("GET /v1/claims?figure_gte=5&figure_lte=4&date_gte=2025&date_lte=2024")
                        .isProblem(422, "range_reversed")
                        .json()
                        .getList("errors.parameter"))
                .containsExactlyInAnyOrder("figure_gte", "date_gte");
    }

    @Test
    void noParameterIsIgnoredForBeingOneOfAThousand() throws IOException {
        Raw.ask("GET /v1/claims?" + "q&".repeat(FAR_TOO_MANY) + "claimnt=a").isProblem(400, "repeated_parameter");
        Raw.ask("GET /v1/units?" + "q&".repeat(FAR_TOO_MANY)).isProblem(400, "unknown_parameter");
    }

    @Test
    void theLongestSearchFitsIntoAnAddress() throws IOException {
        assertThat(Raw.ask("GET /v1/claims?q=" + "%E5%8C%97".repeat(500)).status())
                .isEqualTo(200);
    }

    @Test
    void anAddressOrAHeadThatIsFarTooLongIsRefusedByTheCodec() throws IOException {
        assertThat(Raw.ask("GET /v1/claims?q=" + "a".repeat(17_000)).status()).isEqualTo(414);
        assertThat(Raw.ask("GET /v1/claims", "X-Long: " + "a".repeat(70_000)).status())
                .isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: junk",
                "Accept: a/b/c",
                "Accept: */json",
                "Accept: application/json;q=much",
                "Accept: application/json;q=",
                "Accept: application/json;charset=\"",
                "Accept: ,",
                "Accept: ;",
                "Accept:",
                "Accept-Encoding: ;q=x",
                "Accept-Language: ---",
                "If-None-Match: \"",
                "If-Match: *, \"",
                "If-Modified-Since: yesterday",
                "Range: bytes=5-1",
                "Cookie: ;;=",
                "Content-Type: ;;",
                "Content-Type: application/json;="
            })
    void aHeaderThatIsJunkIsNoFailureOfTheService(String header) throws IOException {
        for (var path : List.of("/v1/claimants?limit=1", "/v1/claims?limit=1", Things.shared("claims"))) {
            var answer = Raw.ask("GET " + path, header);
            assertThat(answer.status()).as(answer.body()).isIn(200, 400, 406);
            assertThat(answer.headers().get("Content-Type"))
                    .startsWith(answer.status() == 200 ? "application/json" : "application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";;", "/", "a/b/c", "application/", "application/json;charset"})
    void aTypeOfABodyThatIsJunkIsNoneThatIsTaken(String type) throws IOException {
        Raw.post("/v1/claimants", "{\"name\":7}".getBytes(UTF_8), "Content-Type: " + type)
                .isProblem(415, "unsupported_media_type");
    }

    /** The key is the database's: another instance, and this one after a restart, begin without anything. */
    @Test
    void aCursorOutlivesTheServiceThatMadeIt() {
        QuarkusTransaction.requiringNew().run(() -> {
            var cursor = new Cursors(em).behind("a list", List.of("a", "b"));
            assertThat(new Cursors(em).read("a list", cursor)).containsExactly("a", "b");
        });
    }

    private static Stream<Documented> operations() throws IOException {
        return Documented.operations().stream().filter(operation -> !operation.isOfKeys());
    }

    private static Stream<JsonNode> parameters(Documented operation) {
        return StreamSupport.stream(operation.operation().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"));
    }

    private static Raw.Answer refused(Documented operation, String query, String code, String parameter)
            throws IOException {
        var answer = request(operation, query).send().isProblem(400, code);
        assertThat(answer.json().getString("errors[0].parameter")).isEqualTo(parameter);
        return answer;
    }

    /** Of an operation that would be looked at, but for the query. */
    private static Request request(Documented operation, String query) throws IOException {
        var path = operation.path().contains("{")
                ? operation.path().replaceFirst("^/v1/\\w+/\\{\\w+}", Things.shared(operation.kind()))
                : operation.path();
        var needed = operation.id().equals("listFacets") && !query.startsWith("field") ? "&field=year" : "";
        var request = Request.of(operation.method(), path.replaceAll("\\{\\w+}", "1") + "?" + query + needed)
                .with("If-Match", "*");
        return operation.bodies().isEmpty()
                ? request
                : request.with(
                                "Content-Type",
                                operation.bodies().keySet().iterator().next())
                        .withBody("{}");
    }
}
