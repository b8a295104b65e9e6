package org.numericclaims.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** The form of a new claim without scripts, on a service without keys. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NewPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure_text",
                "unit",
                "subject",
                "claimant",
                "date",
                "period",
                "source",
                "quote",
                "note",
                "figure",
                "figure_to",
                "qualifier",
                "key"
            })
    void eachFieldHasALabelAndAPlaceForWhatIsWrongWithIt(String field) {
        Posted.browser()
                .get("/new")
                .then()
                .statusCode(200)
                .body(containsString("<label for=\"" + field + "\">"))
                .body(containsString(" id=\"" + field + "\" name=\"" + field + "\""))
                .body(containsString("id=\"" + field + "-fault\"></p>"));
    }

    @Test
    void theKeyIsNeverShownNorFilledIn() {
        Posted.browser()
                .get("/new")
                .then()
                .body(containsString("<input type=\"password\" id=\"key\" name=\"key\" autocomplete=\"off\""))
                .body(containsString("<form id=\"claim\" class=\"sheet\" method=\"post\""));
    }

    @Test
    void whatIsPostedIsKeptAndShown() {
        var fields = new HashMap<>(Posted.claim(unique("Posted")));
        fields.put("quote", "It is\r\nalmost a million.");
        fields.put("note", " ");
        var location = Posted.form(fields)
                .statusCode(303)
                .header("Location", matchesPattern(".*/claims/[0-9a-f-]{36}"))
                .extract()
                .header("Location");
        given().get("/v1" + location.substring(location.indexOf("/claims/")))
                .then()
                .statusCode(200)
                .body("claimant", is(fields.get("claimant")))
                .body("qualifier", is("almost"))
                .body("quote", is("It is\nalmost a million."))
                .body("note", is((Object) null));
    }

    @Test
    void theNumberMayStandBesideTheWords() {
        var fields = new HashMap<>(Posted.claim(unique("Numbered")));
        fields.put("figure_text", "umpteen");
        Posted.form(fields).statusCode(422).body(containsString("<details id=\"number\" open>"));
        fields.put("figure", "12.50");
        fields.put("qualifier", "about");
        fields.put("unit", "km");
        Posted.form(fields).statusCode(303);
        fields.put("figure", "12,50");
        Posted.form(fields).statusCode(400).body(containsString("must be a bare number"));
    }

    @Test
    void whatIsWrongStandsBesideTheFieldsAndWhatWasTypedStays() {
        var hostile = "\"><script>alert(1)</script>' </textarea>";
        var page = Posted.form(Map.of(
                        "figure_text",
                        hostile,
                        "claimant",
                        hostile,
                        "quote",
                        hostile,
                        "date",
                        "2025-02-30",
                        "unit",
                        "people"))
                .statusCode(422)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39; &lt;/textarea&gt;\"")
                .contains("\n&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39; &lt;/textarea&gt;</textarea>")
                .contains("aria-describedby=\"date-hint date-fault\" aria-invalid=\"true\"")
                .contains("id=\"date-fault\">The calendar has no 2025-02-30;")
                .contains("id=\"source-fault\">&#39;source&#39; must be given.")
                .contains("id=\"claimant-fault\"></p>")
                .contains("id=\"problem\" class=\"problem\" role=\"alert\" tabindex=\"-1\" autofocus");
    }

    @Test
    void whatStandsAlreadyIsKeptASecondTimeOnlyIfThatIsMeant() {
        var fields = new HashMap<>(Posted.claim(unique("Twice")));
        var location = Posted.form(fields).extract().header("Location");
        Posted.form(fields)
                .statusCode(409)
                .body(containsString("This claim stands already."))
                .body(containsString("href=\"" + location.substring(location.indexOf("/claims/")) + "\""))
                .body(containsString("<button id=\"again\" name=\"duplicate\" value=\"allow\">"));
        fields.put("duplicate", "allow");
        Posted.form(fields).statusCode(303);
        assertThat(Given.list("claimant={c}", fields.get("claimant")).getList("items"))
                .hasSize(2);
    }

    @Test
    void aUnitThatIsNotKnownMayBeMeant() {
        var fields = new HashMap<>(Posted.claim(unique("Units")));
        fields.put("unit", "peeple");
        Posted.form(fields)
                .statusCode(422)
                .body(containsString("<p id=\"doubted\"><input"))
                .body(containsString("id=\"unit-fault\">&quot;peeple&quot; is not a known unit"));
        fields.put("new_unit", "true");
        Posted.form(fields).statusCode(303);
    }

    @Test
    void aFigureIsReadBeforeItIsKept() {
        Posted.form("/new/reading", Map.of("figure_text", "almost a million", "unit", "people", "note", "kept <b>"))
                .statusCode(200)
                .body(containsString("Read as <span class=\"figure\">almost 1,000,000 people</span>"))
                .body(containsString("likely take it for 900,000 to 999,999 people;"))
                .body(containsString("<svg class=\"interval\""))
                .body(containsString("kept &lt;b&gt;</textarea>"));
        Posted.form("/new/reading", Map.of("figure_text", "over 818,000"))
                .statusCode(200)
                .body(containsString("Read as <span class=\"figure\">over 818,000</span>"));
        Posted.form("/new/reading", Map.of("figure_text", "umpteen"))
                .statusCode(422)
                .body(containsString("aria-describedby=\"figure_text-hint figure_text-fault\" aria-invalid=\"true\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://example.org",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Host, example.org",
        "X-Forwarded-For, 192.0.2.1"
    })
    void withoutKeysAPageOfAnotherSiteMayNotPost(String header, String value) {
        var claimant = unique("Foreign");
        for (var address : new String[] {"/new", "/new/reading"}) {
            Posted.form(Posted.browser().header(header, value), address, Posted.claim(claimant))
                    .statusCode(403);
        }
        given().get("/v1/claims?claimant={c}", claimant).then().body("items", empty());
    }

    /** With no-referrer, as all else has it, browsers would name no origin, as pages of other sites do. */
    @Test
    void browsersSayThatTheFormIsTheServicesOwn() {
        Posted.browser().get("/new").then().body(containsString("<meta name=\"referrer\" content=\"same-origin\">"));
        Posted.form(
                        Posted.browser().header("Sec-Fetch-Site", "same-origin"),
                        "/new",
                        Posted.claim(unique("Same origin")))
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc_wrong", "two words", "l\u00ednea\r\nX-Injected: 1", "\u0000"})
    void aKeyIsWrongWhereThereAreNone(String key) {
        var fields = new HashMap<>(Posted.claim(unique("Keyed")));
        fields.put("key", key);
        Posted.form(fields)
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body(not(containsString(key)))
                .body(containsString("id=\"key-fault\">Give a key that is valid."))
                .body(containsString("value=\"" + fields.get("claimant") + "\""));
        given().get("/v1/claims?claimant={c}", fields.get("claimant")).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, {}, 415",
        "text/plain, unit=people, 415",
        "application/x-www-form-urlencoded, unit=%zz, 400",
        "application/x-www-form-urlencoded, '', 422",
    })
    void onlyAFormIsTaken(String type, String body, int status) {
        given().accept("text/html")
                .contentType(type)
                .body(body)
                .post("/new")
                .then()
                .statusCode(status)
                .contentType("text/html");
    }

    @Test
    void aFormIsNotTooLong() {
        given().accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .body("note=" + "a".repeat(1_000_000))
                .post("/new")
                .then()
                .statusCode(413);
    }
}
