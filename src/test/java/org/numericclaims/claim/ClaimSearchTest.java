package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimSearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Soldiers were killed in Kursk. | kursk                | true
            Soldiers were killed in Kursk. | KURSK killing        | true
            Soldiers were killed in Kursk. | soldier              | true
            Soldiers were killed in Kursk. | kursk wounded        | false
            Soldiers were killed in Kursk. | "killed in kursk"    | true
            Soldiers were killed in Kursk. | “killed in Kursk”    | true
            Soldiers were killed in Kursk. | "killed near kursk"  | false
            Soldiers were killed in Kursk. | "kursk killed"       | false
            Soldiers were killed in Kursk. | "killing"            | false
            Soldiers were killed in Kursk. | kursk -killing       | false
            Soldiers were killed in Kursk. | kursk -wounded       | true
            Soldiers were killed in Kursk. | kursk -"in killed"   | true
            Soldiers were killed in Kursk. | kursk -"in kursk"    | false
            Soldiers were killed in Kursk. | in                   | true
            Soldiers were killed in Kursk. | "in                  | true
            Soldiers were killed in Kursk. | the                  | false
            Soldiers were killed in Kursk. | kursk ! ( : *        | true
            Soldiers were killed in Kursk. | kurs                 | false
            Killed/wounded: 818,000 <men>  | wounded              | true
            Killed/wounded: 818,000 <men>  | men                  | true
            Killed/wounded: 818,000 <men>  | 818,000              | true
            Killed/wounded: 818,000 <men>  | 000,818              | false
            an anti-tank weapon            | tank                 | true
            an anti-tank weapon            | anti-tank            | true
            an anti-tank weapon            | "anti tank"          | true
            Café à Besançon, Łódź          | cafe besancon lodz   | true
            cafe besancon                  | Café Besançon        | true
            Убитых солдат: «ТЭС», ёлка     | убитых тэс елка      | true
            убитых солдат                  | УБИТЫХ               | true
            убитых солдат                  | раненых              | false
            قتلى، الحرب في أوكرانيا        | قتلى أوكرانيا        | true
            قَتْلى                            | قتلى                 | true
            قتلى، الحرب في أوكرانيا        | جرحى                 | false
            北京大学有五千学生             | 大学                 | true
            北京大学有五千学生             | 北京 学生            | true
            北京大学有五千学生             | 京北                 | false
            ロシア兵が死亡した             | ロシア               | true
            서울에서 다섯 명               | 서울                 | true
            half of sol­diers            | soldiers             | true
            """)
    void wordsAreFound(String quote, String q, boolean found) {
        var subject = unique("words");
        Given.claim(subject, "\"figure\":1,\"quote\":\"" + quote + "\"");
        assertThat(list("subject={s}&q={q}", subject, q).getList("items")).hasSize(found ? 1 : 0);
    }

    /** The planner adds up what has either of two words, even where all that has the one has the other. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            soldiers   ; 'soldier'         ; 'soldiers' | 'soldier'
            kursk      ; 'kursk'           ; 'kursk'
            the        ; 'the'             ; 'the'
            anti-tank  ; 'anti' <-> 'tank' ; 'anti' <-> 'tank'
            "soldiers" ; 'soldiers'        ; 'soldiers'
            """)
    void aTermIsSearchedByOneWord(String q, String query, String rank) {
        var hits = QuarkusTransaction.requiringNew()
                .call(() -> TermHits.of(Words.in(q)).get(0));
        assertThat(hits.query()).isEqualTo(query);
        assertThat(hits.rank()).isEqualTo(rank);
    }

    @Test
    void eachWordMayStandInAnotherField() {
        var word = unique("z").replace(" ", "");
        var subject = "Refugees counted " + word;
        Given.claim("\"figure\":1,\"figure_text\":\"about one\",\"qualifier\":\"about\",\"note\":\"from a leaflet\","
                + rest(subject).replace("https://example.org/a", "https://example.org/" + word));
        var source = list("q={w}", word).getString("items[0].source_id");
        Given.patch("/v1/sources/" + source, "{\"title\":\"Winter report\"}")
                .then()
                .statusCode(200);
        assertThat(hits(word + " refugee about leaflet winter claimant")).isEqualTo(1);
        assertThat(hits(word + " \"winter report\" \"claimant of refugees\"")).isEqualTo(1);
        assertThat(hits(word + " \"about one from\"")).isZero();
        assertThat(hits(word + " summer")).isZero();
        assertThat(hits(word + " -winter")).isZero();
        assertThat(hits(word + " -\"refugees counted\"")).isZero();
        assertThat(hits(word + " -summer")).isEqualTo(1);
    }

    @Test
    void aRenamedClaimantIsFoundByWhatItIsCalledNow() {
        var word = unique("r").replace(" ", "");
        var claimant = Given.post("{\"figure\":1," + rest(word) + "}").path("claimant_slug");
        Given.patch("/v1/claimants/" + claimant, "{\"name\":\"new" + word + "\",\"aliases\":[\"alias" + word + "\"]}")
                .then()
                .statusCode(200);
        assertThat(hits("new" + word)).isEqualTo(1);
        assertThat(hits("alias" + word)).isEqualTo(1);
        assertThat(hits("claimant " + word)).isZero();
    }

    @Test
    void aClaimWithoutASubjectIsNotLostToWhatIsLeftOut() {
        var word = unique("n").replace(" ", "");
        Given.claim(word + " alone", "\"figure\":1");
        Given.claim("\"figure\":2,\"quote\":\"" + word + "\"," + rest("").replace("\"subject\":\"\",", ""));
        assertThat(list("q={q}", word + " -alone").getList("items.figure")).containsExactly(2);
        assertThat(list("classified=false&q={q}&sort=created_at", "-alone").getList("items.figure"))
                .contains(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a\tb & | ! (", "\"", "-", "--", ":*", "a:*", "\\", "' or 1=1", "%", "😀", "\u202e"})
    void nothingThatIsSentIsAnError(String q) {
        given().queryParam("q", q).get("/v1/claims").then().statusCode(200);
        given().queryParam("q", q)
                .queryParam("sort", "relevance")
                .get("/v1/claims")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"& | ! (", "\"\"", "-", ":*", "-\"\"", " "})
    void punctuationAloneFindsNothing(String q) {
        given().queryParam("q", q).get("/v1/claims").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aSearchHasAtMostFiveHundredCharacters() {
        given().get("/v1/claims?q={q}", "é a".repeat(167).substring(0, 500))
                .then()
                .statusCode(200);
        given().get("/v1/claims?q={q}", "x".repeat(501))
                .then()
                .statusCode(400)
                .body("code", is("too_long"))
                .body("errors[0].parameter", is("q"));
    }

    @Test
    void theBestIsFirst() {
        var word = letters("b");
        Given.claim("\"figure\":1,\"quote\":\"The " + word + "ing\"," + rest(word));
        Given.claim("\"figure\":2,\"quote\":\"The " + word + "ed\"," + rest(word));
        Given.claim("\"figure\":3,\"note\":\"A long note on other matters, with " + word + "ed\"," + rest(word));
        assertThat(list("sort=relevance&q={q}", word + "ed").getList("items.figure"))
                .containsExactly(2, 3, 1);
        assertThat(list("sort=-relevance&q={q}", word + "ed").getList("items.figure"))
                .containsExactly(1, 3, 2);
    }

    @ParameterizedTest
    @CsvSource({"relevance", "-relevance", "-date", "figure"})
    void pagesHaveNoGapAndNoRepeat(String sort) {
        var word = unique("p").replace(" ", "");
        for (int i = 0; i < 9; i++) {
            Given.claim("\"figure\":" + i + ",\"quote\":\"" + (word + " ").repeat(1 + i / 3) + "\"," + rest(word));
        }
        var inPages = new ArrayList<Object>();
        var page = list("limit=2&q={q}&sort=" + sort, word);
        inPages.addAll(page.getList("items.id"));
        while (page.getString("next") != null) {
            page = list("limit=2&q={q}&cursor={c}&sort=" + sort, word, page.getString("next"));
            inPages.addAll(page.getList("items.id"));
        }
        assertThat(inPages)
                .hasSize(9)
                .isEqualTo(list("q={q}&sort=" + sort, word).<Object>getList("items.id"));
        var back = new ArrayList<>(inPages);
        Collections.reverse(back);
        var other = sort.startsWith("-") ? sort.substring(1) : "-" + sort;
        assertThat(list("q={q}&sort=" + other, word).<Object>getList("items.id"))
                .isEqualTo(back);
    }

    @Test
    void aWordOfMoreNamesThanAreListedIsFoundInAll() {
        var word = unique("m").replace(" ", "");
        var rows = new ArrayList<String>();
        for (int i = 0; i <= TermHits.MOST_NAMES + 1; i++) {
            rows.add("{" + "\"figure\":" + i + "," + rest(word + " no " + i) + "}");
        }
        given().contentType("application/json")
                .body("{\"claims\":[" + String.join(",", rows) + "]}")
                .post("/v1/claims/import")
                .then()
                .statusCode(200);
        assertThat(list("limit=500&sort=figure&q={q}", word).<Integer>getList("items.figure"))
                .hasSize(500)
                .startsWith(0, 1, 2);
        assertThat(list("limit=3&sort=-figure&q={q}", word + " -\"no " + 1000 + "\"")
                        .getList("items.figure"))
                .isEqualTo(List.of(1001, 999, 998));
        assertThat(list("limit=3&sort=relevance&q={q}", word).getList("items")).hasSize(3);
    }

    /** A word that no other test has, and that can have an ending: English takes none off where no vowel is before. */
    private static String letters(String word) {
        return unique(word)
                .chars()
                .filter(c -> c != ' ')
                .mapToObj(c -> Character.toString(c < 'a' ? 'g' + c - '0' : c))
                .collect(Collectors.joining("", "", "alk"));
    }

    private static int hits(String q) {
        return list("q={q}", q).getList("items").size();
    }
}
