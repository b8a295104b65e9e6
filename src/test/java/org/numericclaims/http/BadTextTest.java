package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** Texts of claims that are nothing, too much or hostile, and names that are one in many spellings. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \\u00a0 ", "\\u200b\\u2060\\ufeff", "\\u3164\\u00ad"})
    void whereNothingMustBeSaidNothingToSeeIsNothing(String blank) {
        for (var field : ("figure_text subject relayed_by period quote part_of supersedes baseline_subject"
                        + " baseline_period note")
                .split(" ")) {
            said(field, blank).then().statusCode(201).body(field, nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \\u00a0 ", "\\u200b\\u2060\\ufeff", "\\u3164\\u00ad"})
    void whatMustBeSaidMustBeSeen(String blank) {
        for (var field : List.of("unit", "claimant", "date", "source")) {
            said(field, blank)
                    .then()
                    .statusCode(422)
                    .body("code", is("blank"))
                    .body("errors.pointer", contains("/" + field));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claimant         | 300
            subject          | 300
            relayed_by       | 300
            baseline_subject | 300
            figure_text      | 300
            quote            | 20000
            note             | 20000
            """)
    void aTextHasACharacterTooMany(String field, int limit) {
        // each is two of Java's
        said(field, "𝐚".repeat(limit)).then().statusCode(201);
        said(field, "𝐚".repeat(limit + 1))
                .then()
                .statusCode(422)
                .body("code", is("too_long"))
                .body("errors.pointer", contains("/" + field))
                .body("detail", containsString((limit + 1) + " characters; at most " + limit));
    }

    @Test
    void aUnitHasACharacterTooMany() {
        said("unit", "q".repeat(60)).then().statusCode(201);
        said("unit", "q".repeat(61)).then().statusCode(422).body("code", is("too_long"));
    }

    @Test
    void aQuoteOfAMegabyteIsTooLong() {
        said("quote", "a".repeat(990_000))
                .then()
                .statusCode(422)
                .body("code", is("too_long"))
                .body("detail", containsString("990000 characters; at most 20000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claimant         | a\\u0000b     | nul_character
            subject          | a\\u0000b     | nul_character
            figure_text      | a\\u0000b     | nul_character
            source           | a\\u0000b     | nul_character
            unit             | a\\u0000b     | nul_character
            quote            | a\\u0000b     | nul_character
            part_of          | a\\u0000b     | nul_character
            claimant         | a\\ud800b     | unpaired_surrogate
            relayed_by       | \\udc00\\ud800 | unpaired_surrogate
            note             | a\\udfff      | unpaired_surrogate
            claimant         | a\\u0007b     | control_character
            subject          | a\\nb         | control_character
            relayed_by       | a\\tb         | control_character
            baseline_subject | a\\rb         | control_character
            figure_text      | 5\\n          | control_character
            unit             | square\\nfeet | control_character
            source           | a\\u0085b     | control_character
            quote            | a\\u001b[31mb | control_character
            note             | a\\u007fb     | control_character
            claimant         | a\\u202eb     | bidi_control
            subject          | a\\u2066b     | bidi_control
            relayed_by       | a\\u202ab     | bidi_control
            baseline_subject | a\\u2069b     | bidi_control
            source           | a\\u202eb     | bidi_control
            """)
    void aCharacterThatCannotBeKeptIsNamed(String field, String text, String code) {
        said(field, text).then().statusCode(422).body("code", is(code)).body("errors.pointer", contains("/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\u0007b", "a\\u202eb", "a\\u200bb"})
    void aUnitThatIsMeantHasNoSuchCharacterEither(String unit) {
        var body = "{\"figure\":5," + rest(unique("unit")).replace("\"people\"", "\"" + unit + "\"") + "}";
        given().contentType("application/json")
                .body(body)
                .post("/v1/claims?new_unit=true")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\n\\tb", "a\\r\\nb", "\\u202eabc\\u2066"})
    void linesAndDirectionsStayInAQuoteAndANote(String text) {
        var shown = text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\u202e", "\u202e")
                .replace("\\u2066", "\u2066");
        said("quote", text).then().statusCode(201).body("quote", is(shown));
        said("note", text).then().statusCode(201).body("note", is(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "claimant", "source", "publisher", "unit", "q", "sort", "fields", "limit"})
    void noParameterHasTheCharacterZero(String parameter) throws Exception {
        var answer = Raw.ask("GET /v1/claims?" + parameter + "=a%00b").isProblem(400, "nul_character");
        assertThat(answer.json().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                spelt("decomposed", name -> Normalizer.normalize(name, Normalizer.Form.NFD)),
                spelt("composed", name -> Normalizer.normalize(name, Normalizer.Form.NFC)),
                spelt("upper case", name -> name.toUpperCase(Locale.ROOT)),
                spelt("full width", BadTextTest::wide),
                spelt("with no-break spaces", name -> name.replace(' ', '\u00a0')),
                spelt("with many blanks", name -> "  " + name.replace(" ", " \u2003 ")),
                spelt("with zero width", name -> name.replace("é", "\u200bé\u2060")),
                spelt("with a soft hyphen", name -> name.replace("ff", "f\u00adf")),
                spelt("with a ligature", name -> name.replace("ff", "ﬀ")));
    }

    private static Arguments spelt(String how, UnaryOperator<String> spelling) {
        return arguments(named(how, spelling));
    }

    private static String wide(String name) {
        return name.chars()
                .map(c -> c > ' ' && c < 0x7F ? c - '!' + '！' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void anotherSpellingOfANameIsTheSameClaimant(UnaryOperator<String> spelling) {
        var name = unique("Zoé Office");
        var slug = said("claimant", name).then().statusCode(201).extract().<String>path("claimant_slug");
        said("claimant", spelling.apply(name))
                .then()
                .statusCode(201)
                .body("claimant_slug", is(slug))
                .body("claimant", is(name));
        assertThat(list("claimant={c}", spelling.apply(name)).getList("items")).hasSize(2);
    }

    @Test
    void aLetterOfAnotherScriptIsAnotherClaimant() {
        var name = unique("Apple");
        var latin = said("claimant", name).<String>path("claimant_slug");
        var cyrillic = said("claimant", "\u0410" + name.substring(1));
        cyrillic.then().statusCode(201);
        assertThat(cyrillic.<String>path("claimant_slug")).isNotEqualTo(latin);
    }

    @Test
    void aSlugIsANameOnlyLetterForLetterAndBehindNames() {
        var word = unique("w").replace(" ", "");
        var upper = word.toUpperCase(Locale.ROOT);
        assertThat(slugOf(upper + "++")).isEqualTo(word);
        assertThat(slugOf(upper + "#")).isEqualTo(word + "-2");
        assertThat(slugOf(word)).as("a slug, letter for letter").isEqualTo(word);
        assertThat(slugOf(upper)).as("a new name").isEqualTo(word + "-3");
        assertThat(slugOf(word)).as("a name before a slug").isEqualTo(word + "-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "\"", "*", "?", ";", "[a-z]", "' or '1'='1", "'; drop table claim"})
    void whatHasAMeaningElsewhereMatchesItself(String sign) {
        var name = unique("a%sb".formatted(sign));
        var publisher = unique("p%sb".formatted(sign));
        var like = name.replaceFirst("^a.*b ", "axxb ");
        for (var claimant : List.of(name, like)) {
            said("claimant", escaped(claimant)).then().statusCode(201);
        }
        given().contentType("application/json")
                .body("{\"citation\":\"" + escaped(name) + "\",\"publisher\":\"" + escaped(publisher) + "\"}")
                .post("/v1/sources")
                .then()
                .statusCode(201);
        said("source", escaped(name)).then().statusCode(201);
        assertThat(list("claimant={c}", name).getList("items.claimant")).containsExactly(name);
        assertThat(list("claimant={c}", like).getList("items.claimant")).containsExactly(like);
        assertThat(list("source={c}", name).getList("items.source")).containsExactly(name);
        assertThat(list("publisher={c}", publisher).getList("items.source")).containsExactly(name);
        assertThat(list("publisher={c}", publisher.replace(sign, "x" + sign)).getList("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Київ %22x%22", "%0d%0aX-Evil:%20yes", "a%3b b>%3b rel%3D\"next", "%e2%80%ae", "%7Bx%7D", "%25s"
            })
    void whatIsBoundForAHeaderIsEncoded(String text) throws Exception {
        var claimant = unique("header");
        said("claimant", claimant).then().statusCode(201);
        said("claimant", claimant).then().statusCode(201);
        var page = Raw.ask("GET /v1/claims?claimant=" + encoded(claimant) + "&claimant=" + encoded(text) + "&limit=1");
        assertThat(page.headers()).doesNotContainKeys("X-Evil");
        var link = page.headers().get("Link");
        assertThat(link).matches("<[!-~&&[^<>\"]]+>; rel=\"next\"");
        var next = Raw.ask("GET " + link.replaceFirst("<http://[^/]+([^>]+)>.*", "$1"));
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(next.json().getList("items")).hasSize(1);
    }

    private static String encoded(String text) {
        return text.replace(" ", "%20")
                .replace(">", "%3E")
                .replace("\"", "%22")
                .replace("Київ", "%D0%9A%D0%B8%D1%97%D0%B2");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String slugOf(String claimant) {
        return said("claimant", claimant).then().statusCode(201).extract().path("claimant_slug");
    }

    /** A claim of which one field is that text, as JSON has it. */
    private static Response said(String field, String text) {
        var whole = "{\"figure\":5," + rest(unique("text")) + "}";
        var others = whole.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
        return post(others.replace("{", "{\"" + field + "\":\"" + text + "\","));
    }
}
