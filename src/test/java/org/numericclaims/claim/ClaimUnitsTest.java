package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.http.Documented;
import org.numericclaims.http.Shape;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimUnitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String subject;

    @BeforeEach
    void name() {
        subject = unique("units");
    }

    @Test
    void aUnitThatNobodyStatedAnythingInFindsNothing() {
        assertThat(list("in=cd").getList("items")).isEmpty();
        assertThat(list("in=cd&figure_gte=1&sort=figure").getList("items")).isEmpty();
    }

    @Test
    void whatWasStatedInMilesIsFoundAndAnsweredInKilometres() {
        claim("miles", "\"figure\":10,\"qualifier\":\"exactly\"");
        claim("miles", "\"figure\":6,\"qualifier\":\"exactly\"");
        claim("km", "\"figure\":12");
        claim("people", "\"figure\":1000");
        var found = list("subject={s}&in=km&figure_gte=10&sort=-figure", subject);
        assertThat(found.<Map<String, ?>>getList("items")).hasSize(2);
        assertThat(found.getMap("items[0]"))
                .containsEntry("figure", 16.09344f)
                .containsEntry("low", 16.09344f)
                .containsEntry("unit", "km")
                .containsEntry("stated_figure", 10)
                .containsEntry("stated_figure_to", null)
                .containsEntry("stated_unit", "miles");
        assertThat(found.getMap("items[1]"))
                .containsEntry("figure", 12)
                .containsEntry("unit", "km")
                .containsEntry("stated_figure", 12)
                .containsEntry("stated_unit", "km");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            figure_gte=16.09344                                          | 10 20
            figure_gte=16.09345                                          | 20
            figure_lte=16.09344                                          | 10 8
            figure_gte=12.8&figure_lte=20                                | 10 8
            figure_gte=12.874752&figure_lte=20                           | 10 8
            figure_gte=12.874753&figure_lte=20                           | 10
            figure_gte=35                                                |
            figure_gte=35&match=possible                                 | 10 20
            figure_gte=16.09344&match=possible                           | 10 20
            figure_gte=16.09344&figure_lte=16.09344&match=possible       |
            figure_gte=16.09344&figure_lte=16.09345&match=possible       | 10
            figure_gte=16.09344&match=certain                            | 10 20
            figure_lte=12.9&match=certain                                |
            figure_lte=13.679424&match=certain                           | 8
            figure_lte=13.679423&match=certain                           |
            figure_gte=20&match=likely                                   | 20
            figure_gte=17&match=likely                                   | 10 20
            """)
    void eachReadingOfTheFilterIsThatOfTheUnitAsked(String query, String figures) {
        claim("miles", "\"figure\":10,\"qualifier\":\"over\""); // likely to 12 miles, 19.312128 km
        claim("miles", "\"figure\":8"); // 7.5 to 8.5 miles, the latter 13.679424 km
        claim("miles", "\"figure\":20,\"qualifier\":\"about\",\"rounded_to\":10"); // 16 to 24, likely 18 to 22
        var found = list("subject={s}&in=km&sort=figure&" + query, subject);
        var stated = found.<Integer>getList("items.stated_figure");
        var expected = figures == null
                ? List.of()
                : Arrays.stream(figures.split(" "))
                        .map(Integer::valueOf)
                        .sorted()
                        .toList();
        assertThat(stated).isEqualTo(expected);
    }

    @Test
    void boundsAreNeverNarrowedAndAStepNeverFiner() throws IOException {
        claim(
                "[ft_i]",
                "\"figure\":1.00000000000001,\"figure_to\":7.00000000000003,\"best\":3.33333333333333,"
                        + "\"qualifier\":\"between\"");
        claim("[yd_i]", "\"figure\":123,\"qualifier\":\"about\",\"rounded_to\":3");
        var items = items("in=km&sort=figure");
        var range = items.get(0);
        // 1.00000000000001 ft = 0.000304800000000003048 km, 7.00000000000003 ft = 0.002133600000000009144 km
        assertThat(range.get("figure").asText()).isEqualTo("0.000304800000000003");
        assertThat(range.get("low").asText()).isEqualTo("0.000304800000000003");
        assertThat(range.get("high").asText()).isEqualTo("0.00213360000000001");
        assertThat(range.get("likely_high").asText()).isEqualTo("0.00213360000000001");
        assertThat(range.get("figure_to").asText()).isEqualTo("0.00213360000000001");
        assertThat(range.get("best").asText()).isEqualTo("0.001016");
        assertThat(range.get("stated_figure_to").asText()).isEqualTo("7.00000000000003");
        assertThat(items.get(1).get("rounded_to").asText()).isEqualTo("0.0027432");
        assertThat(items.get(1).get("low").asText()).isEqualTo("0.109728");
    }

    @Test
    void temperaturesHaveZerosOfTheirOwn() {
        claim("Cel", "\"figure\":37.0,\"rounded_to\":0.5");
        claim("[degF]", "\"figure\":100");
        assertThat(list("subject={s}&in=[degF]&figure_gte=98.6", subject).<Integer>getList("items.stated_figure"))
                .containsExactlyInAnyOrder(37, 100);
        assertThat(list("subject={s}&in=[degF]&figure_gte=98.60001", subject).<Integer>getList("items.stated_figure"))
                .containsExactly(100);
        var warm = list("subject={s}&in=[degF]&figure_lte=99", subject);
        assertThat(warm.getFloat("items[0].figure")).isEqualTo(98.6f);
        assertThat(warm.getFloat("items[0].rounded_to")).isEqualTo(0.9f);
    }

    @Test
    void moneyNeverConverts() {
        claim("USD", "\"figure\":5");
        claim("EUR", "\"figure\":5");
        var found = list("subject={s}&in=USD&figure_gte=1", subject);
        assertThat(found.<String>getList("items.stated_unit")).containsExactly("USD");
        assertThat(list("subject={s}&in=GBP", subject).getList("items")).isEmpty();
    }

    @Test
    void withoutAUnitAClaimStaysAsItIsAndWithOneItCannotBeSentBack() {
        var address = claim("miles", "\"figure\":10");
        var plain = list("subject={s}", subject).<String, Object>getMap("items[0]");
        assertThat(plain).doesNotContainKeys("stated_figure", "stated_figure_to", "stated_unit");
        var told = list("subject={s}&in=km", subject).<String, Object>getMap("items[0]");
        assertThat(told.keySet())
                .containsAll(plain.keySet())
                .contains("stated_figure", "stated_figure_to", "stated_unit")
                .hasSize(plain.size() + 3);
        given().contentType("application/json")
                .header("If-Match", "*")
                .body(told)
                .put(address)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/stated_unit"));
    }

    @Test
    void fieldsCanBePicked() {
        claim("miles", "\"figure\":10");
        assertThat(list("subject={s}&in=m&fields=figure&fields=stated_unit", subject)
                        .getMap("items[0]"))
                .isEqualTo(Map.of("figure", 16093.44f, "stated_unit", "miles"));
        given().get("/v1/claims?fields=stated_unit")
                .then()
                .statusCode(400)
                .body("code", is("unknown_value"))
                .body("errors[0].parameter", is("fields"));
    }

    @Test
    void anUnknownUnitIsRefusedWithTheNearest() {
        given().get("/v1/claims?in=peopl")
                .then()
                .statusCode(400)
                .body("code", is("unknown_unit"))
                .body("errors[0].parameter", is("in"))
                .body("detail", containsString("people"));
    }

    @Test
    void theAnswerIsAsDocumented() throws IOException {
        claim("miles", "\"figure\":10");
        var document = Documented.document();
        var schema = JSON.createObjectNode().put("$ref", "#/components/schemas/ListedClaim");
        var item = items("in=km").get(0);
        assertThat(Shape.ofAnswer(document, schema, item)).isEmpty();
        assertThat(item).hasSameSizeAs(document.at("/components/schemas/ListedClaim/properties"));
    }

    @ParameterizedTest
    @CsvSource({"figure,1", "-figure,1", "figure,3", "-figure,3", "figure,5", "-figure,5", "-date,2", "created_at,2"})
    void pagesGoAcrossUnits(String sort, int limit) {
        for (var figure : List.of("1", "2", "3")) {
            claim("miles", "\"figure\":" + figure);
            claim("[yd_i]", "\"figure\":" + figure + "760");
            claim("miles", "\"figure\":" + figure + ",\"note\":\"again\",\"qualifier\":\"about\"");
            claim("m", "\"figure\":" + figure + "609.344");
        }
        claim("[yd_i]", "\"figure\":1760,\"qualifier\":\"about\"");
        var whole = list("subject={s}&in=km&sort=" + sort, subject).<String>getList("items.id");
        var paged = new ArrayList<String>();
        var page = list("subject={s}&in=km&sort=" + sort + "&limit=" + limit, subject);
        paged.addAll(page.getList("items.id"));
        while (page.getString("next") != null) {
            page = list(
                    "subject={s}&in=km&sort=" + sort + "&limit=" + limit + "&cursor={c}",
                    subject,
                    page.getString("next"));
            paged.addAll(page.getList("items.id"));
        }
        assertThat(paged).hasSize(13).isEqualTo(whole);
        if (sort.endsWith("figure")) {
            var metres = list("subject={s}&in=m&sort=" + sort, subject).<Number>getList("items.figure").stream()
                    .map(Number::doubleValue)
                    .toList();
            var sorted = new ArrayList<>(metres);
            sorted.sort(sort.startsWith("-") ? Comparator.reverseOrder() : null);
            assertThat(metres).isEqualTo(sorted);
        }
    }

    private String claim(String unit, String figure) {
        return Given.claim(figure + "," + rest(subject).replace("people", unit));
    }

    private JsonNode items(String query) throws IOException {
        var body = given().get("/v1/claims?subject={s}&" + query, subject).asString();
        return JSON.readerFor(JsonNode.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .<JsonNode>readValue(body)
                .get("items");
    }
}
