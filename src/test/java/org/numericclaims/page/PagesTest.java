package org.numericclaims.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** The pages as a browser asks for them, without its scripts. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesTest {

    private static final Pattern ASKED = Pattern.compile("<code>GET (/v1/[^<]+)</code>");
    private static final Pattern NEXT = Pattern.compile("<a class=\"next\" rel=\"next\" href=\"([^\"]+)\">");

    @Test
    void theSubjectSaysWhoCannotBeRightBesideWhom() {
        var subject = unique("Soldiers killed");
        said(subject, "Trump", "\"figure_text\":\"almost a million\"");
        said(subject, "Kyiv", "\"figure\":1500000,\"qualifier\":\"exactly\"");
        page("/subjects/" + slug(subject))
                .statusCode(200)
                .body(containsString("These cannot both be true"))
                .body(containsString("almost 1,000,000 people"))
                .body(containsString("<q class=\"words\">almost a million</q>"))
                .body(containsString("exactly 1,500,000 people"))
                .body(containsString("likely 900,000 to 999,999; the words allow 800,000 to 999,999"))
                .body(containsString("Both are of the same thing and the same time, so they should be one number."));
    }

    @Test
    void aSubjectLeadsToWhatIsAroundItAndInsideIt() {
        var wide = unique("Killed or wounded");
        var narrow = unique("Killed");
        subject("{\"name\":\"" + wide + "\"}");
        subject("{\"name\":\"" + narrow + "\",\"broader\":\"" + slug(wide) + "\"}");
        page("/subjects/" + slug(wide))
                .body(containsString("Parts of it: <a href=\"/subjects/" + slug(narrow) + "\">"));
        page("/subjects/" + slug(narrow)).body(containsString("A part of <a href=\"/subjects/" + slug(wide) + "\">"));
    }

    @Test
    void whatTheTotalsImplyStandsBesideWhatWasClaimedForTheYear() {
        var subject = unique("Implied");
        said(subject, "Staff", "\"figure\":100,\"qualifier\":\"exactly\",\"period\":\"2022/2023\"", "2024-01-01");
        said(subject, "Staff", "\"figure\":150,\"qualifier\":\"exactly\",\"period\":\"2022/2024\"", "2025-01-01");
        said(subject, "Paper", "\"figure\":70,\"qualifier\":\"exactly\",\"period\":\"2024\"", "2025-01-01");
        page("/subjects/" + slug(subject))
                .body(containsString("<td>50 people</td>"))
                .body(containsString("exactly 70 people"))
                .body(containsString("<strong class=\"verdict contradict\">cannot both be true</strong>"));
    }

    @Test
    void digitsAreThoseOfTheReadersLanguage() {
        var subject = unique("Digits");
        said(subject, "Trump", "\"figure\":1234567.5,\"qualifier\":\"about\",\"unit\":\"USD\"");
        given().accept("text/html")
                .header("Accept-Language", "de-DE, en;q=0.5")
                .get("/subjects/" + slug(subject))
                .then()
                .statusCode(200)
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("about 1.234.567,5 USD"));
    }

    @Test
    void theClaimHasItsWordsItsSourceItsHistoryAndACitation() {
        var subject = unique("Cited & sold");
        var id = said(subject, "Trump", "\"figure_text\":\"over 500\",\"quote\":\"It is over 500.\"");
        Given.patch("/v1/claims/" + id + "?reason=misread", "{\"quote\":\"It was over 500.\"}");
        page("/claims/" + id)
                .statusCode(200)
                .body(containsString("said <q>over 500</q>, <span class=\"figure\">over 500 people</span>"))
                .body(containsString("<blockquote>It was over 500.</blockquote>"))
                .body(containsString("<del>It is over 500.</del> <ins>It was over 500.</ins>"))
                .body(containsString(": misread"))
                .body(containsString("Numeric Claims, version 2."))
                .body(containsString("@misc{claim-" + id + "-2,"))
                .body(containsString("Cited \\&amp; sold"));
        page("/claims/" + id + "?version=1")
                .statusCode(200)
                .body(containsString("<blockquote>It is over 500.</blockquote>"))
                .body(containsString("Numeric Claims, version 1."));
    }

    @Test
    void aClaimThatDoesNotStandSaysSo() {
        var id = said(unique("Gone"), "Trump", "\"figure\":5");
        given().header("If-Match", "*").delete("/v1/claims/" + id);
        page("/claims/" + id).statusCode(200).body(containsString("It was taken out of our record."));
    }

    @Test
    void theClaimantIsHeldAgainstItself() {
        var subject = unique("Own");
        said(subject, "Turncoat", "\"figure\":10,\"qualifier\":\"exactly\"");
        said(subject, "Turncoat", "\"figure\":20,\"qualifier\":\"exactly\"");
        page("/claimants/" + slug("Turncoat " + subject))
                .statusCode(200)
                .body(containsString("Against itself"))
                .body(containsString("These cannot both be true"))
                .body(containsString("exactly 20 people"));
    }

    @Test
    void contradictionsAreFiltered() {
        var subject = unique("Filtered");
        said(subject, "A", "\"figure\":10,\"qualifier\":\"exactly\"");
        said(subject, "B", "\"figure\":20,\"qualifier\":\"exactly\"");
        page("/contradictions?subject=" + slug(subject))
                .statusCode(200)
                .body(containsString("exactly 10 people"))
                .body(containsString("href=\"/v1/contradictions?format=csv&amp;subject=" + slug(subject) + "\""));
        page("/contradictions?verdict=tension&subject=" + slug(subject)).body(containsString("None is known."));
    }

    @Test
    void everyFilterOfTheApiIsInTheAddress() {
        var subject = unique("Addressed");
        said(subject, "A", "\"figure\":10,\"qualifier\":\"about\"");
        said(subject, "B", "\"figure\":99,\"qualifier\":\"over\"");
        page("/subjects/" + slug(subject) + "?qualifier=over&sort=figure")
                .statusCode(200)
                .body(
                        "html.body.main.section.find { it.@'aria-labelledby' == 'claims' }.toString()",
                        not(containsString("about 10 people")))
                .body(
                        "html.body.main.section.find { it.@'aria-labelledby' == 'claims' }.toString()",
                        containsString("over 99 people"));
        page("/claims?subject=" + slug(subject) + "&figure_gte=50").body(containsString("over 99 people"));
    }

    @Test
    void aListGoesOnByALink() {
        var subject = unique("Paged");
        for (int i = 0; i < 51; i++) {
            said(subject, "A", "\"figure\":" + (1000 + i) + ",\"qualifier\":\"at_least\"");
        }
        var first =
                page("/subjects/" + slug(subject) + "?sort=figure").extract().asString();
        var next = NEXT.matcher(first);
        assertThat(first).doesNotContain("<td><span class=\"figure\">at least 1,050 people");
        assertThat(next.find()).isTrue();
        var second = page(next.group(1).replace("&amp;", "&"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(second).contains("<td><span class=\"figure\">at least 1,050 people");
        assertThat(NEXT.matcher(second).find()).isFalse();
    }

    @Test
    void whatIsSearchedIsFoundInClaimsAndNames() {
        var subject = unique("Zebras counted");
        said(subject, "Zoo", "\"figure\":12");
        page("/claims?q=zebras counted")
                .statusCode(200)
                .body(containsString("Subject <a href=\"/subjects/"))
                .body(containsString("12 people"));
    }

    @Test
    void fieldsThatNobodyFilledInAreLeftOutOfTheAddress() {
        given().accept("text/html")
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/claims?q=&claimant=a+%26+b&sort=")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/claims?claimant=a%20%26%20b"));
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/none-of-that-name, 404, There is no subject",
        "/claimants/none-of-that-name, 404, There is no claimant",
        "/claims/01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11, 404, There is no claim",
        "/nothing-here, 404, Not Found",
        "/claims?colour=red, 400, This operation has no such parameter.",
        "/contradictions?verdict=agree, 400, is one of",
        "/claims?sort=relevance, 400, only",
    })
    void aProblemIsAPageForWhoReadsPages(String address, int status, String detail) {
        page(address).statusCode(status).contentType("text/html").body(containsString(detail));
        given().accept("application/json").get(address).then().contentType("application/problem+json");
    }

    @Test
    void aPageIsAboutOneSubject() {
        var subject = unique("One");
        said(subject, "A", "\"figure\":1");
        page("/subjects/" + slug(subject) + "?subject=other")
                .statusCode(400)
                .body(containsString("This address names one &#39;subject&#39; already."));
    }

    @Test
    void aMergedNameLeadsOn() {
        var old = unique("Old name");
        var now = unique("New name");
        subject("{\"name\":\"" + old + "\"}");
        subject("{\"name\":\"" + now + "\"}");
        given().contentType("application/json")
                .body("{\"into\":\"" + slug(now) + "\"}")
                .post("/v1/subjects/" + slug(old) + "/merge")
                .then()
                .statusCode(200);
        given().accept("text/html")
                .redirects()
                .follow(false)
                .get("/subjects/" + slug(old))
                .then()
                .statusCode(308)
                .header("Location", endsWith("/subjects/" + slug(now)));
    }

    @Test
    void markupInANameIsShownAndNotRun() {
        var subject = unique("<script>alert(1)</script> \"x\" 'y'");
        var id = Given.post(
                        "{\"figure\":1,\"unit\":\"people\",\"claimant\":\"<img src=x onerror=alert(2)> " + unique("c")
                                + "\",\"subject\":\"" + subject.replace("\"", "\\\"")
                                + "\",\"date\":\"2025\",\"source\":\"</code><b>Paper</b>\",\"quote\":\"<i>said</i>\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var slug = given().get("/v1/claims/" + id).<String>path("subject_slug");
        for (var address : new String[] {"/claims/" + id, "/subjects/" + slug, "/claims?sort=-created_at", "/"}) {
            page(address)
                    .statusCode(200)
                    .body(containsString("&lt;img src=x onerror=alert(2)&gt;"))
                    .body(not(containsString("<script>alert")))
                    .body(not(containsString("<img src=x")))
                    .body(not(containsString("<b>Paper")))
                    .body(not(containsString("<i>said")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims", "/contradictions"})
    void aPageMayLoadOnlyWhatIsTheServicesOwn(String address) {
        page(address)
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", is("nosniff"))
                .body(not(containsString("style=\"")))
                .body(not(containsString("src=\"http")));
    }

    @Test
    void whatIsToBeEmbeddedMayBeFramedAndSaysWhereItIsFrom() {
        var subject = unique("Framed");
        said(subject, "A", "\"figure\":7,\"qualifier\":\"over\"");
        page("/embed/subjects/" + slug(subject))
                .statusCode(200)
                .header("Content-Security-Policy", endsWith("frame-ancestors *"))
                .body(containsString("over 7 people"))
                .body(containsString("/subjects/" + slug(subject) + "\" target=\"_top\">"));
        page("/subjects/" + slug(subject)).header("Content-Security-Policy", endsWith("frame-ancestors 'none'"));
    }

    @Test
    void whatAPageShowsCanBeAskedOfTheApi() {
        var subject = unique("Asked");
        var id = said(subject, "A", "\"figure\":1");
        var addresses = new String[] {
            "/",
            "/claims?q=asked",
            "/contradictions?verdict=tension",
            "/subjects/" + slug(subject) + "?qualifier=plain",
            "/claimants/" + slug("A " + subject),
            "/claims/" + id,
            "/claims/" + id + "?version=1"
        };
        for (var address : addresses) {
            var asked = ASKED.matcher(page(address).statusCode(200).extract().asString())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .toList();
            assertThat(asked).as(address).isNotEmpty();
            assertThat(asked)
                    .as(address)
                    .allSatisfy(one ->
                            given().urlEncodingEnabled(false).get(one).then().statusCode(200));
        }
    }

    @Test
    void theNextPageOfAListAsksForWhatOthersCanAskToo() {
        var subject = unique("Next");
        for (int i = 0; i < 51; i++) {
            said(subject, "A", "\"figure\":" + (1000 + i));
        }
        var first = page("/subjects/" + slug(subject)).extract().asString();
        var next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        var second = page(next.group(1).replace("&amp;", "&")).extract().asString();
        assertThat(ASKED.matcher(second).results().map(found -> found.group(1).replace("&amp;", "&")))
                .isNotEmpty()
                .allSatisfy(
                        one -> given().urlEncodingEnabled(false).get(one).then().statusCode(200));
    }

    @Test
    void moreClaimantsThanCanStandSideBySideHideNothingElse() {
        var subject = unique("Crowded");
        for (int i = 0; i <= 100; i++) {
            said(subject, "Claimant" + i, "\"figure\":" + i);
        }
        page("/subjects/" + slug(subject))
                .statusCode(200)
                .body(containsString("100 claimants"))
                .body(containsString("<td><span class=\"figure\">100 people</span>"));
        page("/embed/subjects/" + slug(subject)).statusCode(200).body(containsString("100 claimants"));
    }

    @Test
    void whatTheVisitorHasAlreadyDoesNotMatter() {
        var subject = unique("Had");
        said(subject, "A", "\"figure\":1");
        given().accept("text/html")
                .header("If-None-Match", "*")
                .get("/subjects/" + slug(subject))
                .then()
                .statusCode(200);
    }

    @Test
    void pagesAreNotInTheDocument() {
        Map<String, ?> paths =
                given().accept("application/json").get("/openapi").path("paths");
        assertThat(paths.keySet()).isNotEmpty().allMatch(path -> path.startsWith("/v1/"));
    }

    private static ValidatableResponse page(String address) {
        return given().accept("text/html").get(address).then();
    }

    private static String said(String subject, String claimant, String fields) {
        return said(subject, claimant, fields, "2025-01-20");
    }

    /** Adds a claim of that claimant, who is of this subject alone; its id. */
    private static String said(String subject, String claimant, String fields, String date) {
        var unit = fields.contains("\"unit\"") ? "" : ",\"unit\":\"people\"";
        return Given.post("{" + fields + unit + ",\"claimant\":\"" + claimant + " " + subject + "\",\"subject\":\""
                        + subject + "\",\"date\":\"" + date + "\",\"source\":\"https://example.org/" + claimant + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void subject(String json) {
        given().contentType("application/json")
                .body(json)
                .post("/v1/subjects")
                .then()
                .statusCode(201);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
