package org.numericclaims.naming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NameSearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Volodymyr Zelensky           | zelenski           | true
            Volodymyr Zelensky           | Zelenskyy          | true
            Volodymyr Zelensky           | selensky           | true
            Volodymyr Zelensky           | zel                | true
            Volodymyr Zelensky           | volodymyr zel      | true
            Volodymyr Zelensky           | vo                 | true
            Volodymyr Zelensky           | Putin              | false
            Recep Tayyip Erdoğan         | erdogan            | true
            Recep Tayyip Erdogan         | ERDOĞAN            | true
            Володимир Зеленський         | зеленский          | true
            منظمة الصحة العالمية         | الصحة              | true
            北京大学                     | 大学               | true
            北京大学                     | 北                 | true
            50% off_ltd                  | 50%                | true
            """)
    void aNameIsFoundByItsBeginningsAndMisspelt(String name, String q, boolean found) {
        for (var kind : List.of("claimants", "subjects", "sources")) {
            var added = add(kind, name + unique(" of"));
            var near = walk(kind, q);
            assertThat(near.contains(added)).as(kind).isEqualTo(found);
        }
    }

    @Test
    void anAliasIsAName() {
        var word = unique("q").replace(" ", "");
        var added = add("claimants", "Somebody " + word, ",\"aliases\":[\"Minister" + word + "\"]");
        assertThat(walk("claimants", "minister" + word)).containsExactly(added);
    }

    @Test
    void theNearestIsFirstAndPagesHaveNoGapAndNoRepeat() {
        var word = unique("w").replace(" ", "");
        var exact = add("claimants", word);
        for (int i = 0; i < 4; i++) {
            add("claimants", "Office " + i + " of " + word + "ia");
        }
        var near = walk("claimants", word);
        assertThat(near).hasSize(5).doesNotHaveDuplicates().startsWith(exact);
        assertThat(near).isEqualTo(page("claimants", word, "limit=500").getList("items.slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimants", "subjects", "sources"})
    void listsAreCountedOnRequest(String kind) {
        var word = unique("n").replace(" ", "");
        int before = count(kind, "count=exact&limit=1");
        for (int i = 0; i < 3; i++) {
            add(kind, "Office " + i + " of " + word);
        }
        assertThat(count(kind, "count=exact&limit=1")).isEqualTo(before + 3);
        assertThat(count(kind, "count=estimated&limit=2&q=" + word)).isEqualTo(3);
        assertThat(count(kind, "count=exact&q=!!")).isZero();
        given().get("/v1/{kind}?count=some", kind).then().statusCode(400).body("errors[0].parameter", is("count"));
        given().get("/v1/{kind}?limit=1", kind).then().body("$", not(hasKey("count")));
    }

    private static int count(String kind, String query) {
        var page = given().get("/v1/" + kind + "?" + query).then().statusCode(200);
        return page.body("count_kind", is("exact")).extract().path("count");
    }

    @Test
    void aMergedOneIsFoundAsTheOneThatIsLeft() {
        var word = unique("v").replace(" ", "");
        var from = add("subjects", "Old " + word);
        var into = add("subjects", "New " + word);
        given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/subjects/{slug}/merge", from)
                .then()
                .statusCode(200);
        assertThat(walk("subjects", "old " + word)).containsExactly(into);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "& | !", "'", "\\", "😀", " "})
    void punctuationAloneFindsNothing(String q) {
        for (var kind : List.of("claimants", "subjects", "sources")) {
            given().queryParam("q", q)
                    .get("/v1/{kind}", kind)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        given().get("/v1/claimants?q={q}", "x".repeat(501))
                .then()
                .statusCode(400)
                .body("code", is("too_long"))
                .body("errors[0].parameter", is("q"));
        add("claimants", unique("cursor"));
        add("claimants", unique("cursor"));
        var next = page("claimants", "cursor", "limit=1").getString("next");
        given().get("/v1/claimants?q=curs&cursor={c}", next)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
        given().get("/v1/claimants?cursor={c}", next).then().statusCode(400);
    }

    private static String add(String kind, String name) {
        return add(kind, name, "");
    }

    private static String add(String kind, String name, String more) {
        var field = kind.equals("sources") ? "citation" : "name";
        var location = given().contentType(ContentType.JSON)
                .body("{\"" + field + "\":\"" + name + "\"" + more + "}")
                .post("/v1/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> walk(String kind, String q) {
        var address = kind.equals("sources") ? "items.id" : "items.slug";
        var page = page(kind, q, "limit=2");
        var all = new ArrayList<>(page.<String>getList(address));
        while (page.getString("next") != null) {
            page = page(kind, q, "limit=2&cursor=" + page.getString("next"));
            all.addAll(page.getList(address));
        }
        return all;
    }

    private static JsonPath page(String kind, String q, String more) {
        return given().get("/v1/" + kind + "?" + more + "&q={q}", q)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
