package org.numericclaims.oracle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** All the figures of four years of losses come in alike in each form of file, and none of them twice. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LossesImportTest {

    private static final List<String> COLUMNS =
            List.of("subject", "unit", "date", "period", "source", "note", "claimant", "figure", "rounded_to");

    private final Client client = new Client();

    /**
     * The equipment has 20,890 entries with the 203 that name a direction, of which EquipmentTest takes all, and this
     * each tenth; the personnel 1,626, and 62 of prisoners.
     */
    @ParameterizedTest
    @CsvSource({"equipment.json,10,2069", "personnel.json,1,1688"})
    void eachFormGivesTheSameClaims(String file, int each, int count) {
        var json = shown(file, each, count, "application/json", LossesImportTest::json);
        assertThat(json).hasSize(count);
        assertThat(shown(file, each, count, "application/x-ndjson", LossesImportTest::lines))
                .isEqualTo(json);
        assertThat(shown(file, each, count, "text/csv", LossesImportTest::csv)).isEqualTo(json);
    }

    /** Imports the file twice; what its claims say then. */
    private Set<String> shown(
            String file, int each, int count, String type, Function<Stream<ObjectNode>, String> form) {
        var mark = Given.unique("losses");
        var daily = Daily.of(file, mark, true);
        var rows = daily.rows();
        var body = form.apply(IntStream.range(0, count).mapToObj(row -> rows.get(row * each)));
        load(type, body).then().statusCode(200).body("created", is(count)).body("failed", is(0));
        load(type, body).then().statusCode(200).body("created", is(0)).body("duplicates", is(count));
        var claims = new HashSet<String>();
        for (var claim :
                client.items("/v1/claims?limit=500&claimant=" + daily.claimant().replace(" ", "%20"))) {
            var told = ((ObjectNode) claim).deepCopy();
            told.remove(List.of("id", "claimant_slug", "subject_slug", "created_at", "updated_at"));
            claims.add(told.toString().replace(mark, ""));
        }
        return claims;
    }

    private static String json(Stream<ObjectNode> rows) {
        return rows.map(ObjectNode::toString).collect(Collectors.joining(",", "{\"claims\":[", "]}"));
    }

    private static String lines(Stream<ObjectNode> rows) {
        return rows.map(ObjectNode::toString).collect(Collectors.joining("\n"));
    }

    private static String csv(Stream<ObjectNode> rows) {
        return String.join(",", COLUMNS)
                + rows.map(row -> COLUMNS.stream()
                                .map(column -> row.path(column).asText())
                                .collect(Collectors.joining(",", "\n", "")))
                        .collect(Collectors.joining());
    }

    private static Response load(String type, String body) {
        return given().contentType(type + ";charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/claims/import");
    }
}
