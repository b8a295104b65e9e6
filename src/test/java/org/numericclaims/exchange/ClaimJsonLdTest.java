package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimJsonLdTest {

    private static final URI CONTEXT = URI.create("https://schema.org");
    private static final String WORDS = "http://schema.org/";

    @Test
    void everyMemberIsAWordOfSchemaOrg() throws JsonLdError {
        var claim = claimWithEverything();
        var document = document(claim);
        var expanded = expand(document);
        assertThat(expanded).hasSize(1);
        var sent = new TreeSet<String>();
        collect(JsonDocument.of(document.asInputStream()).getJsonContent().orElseThrow(), sent);
        sent.removeIf(member -> member.startsWith("@"));
        var understood = new TreeSet<String>();
        collect(expanded, understood);
        assertThat(sent)
                .hasSizeGreaterThan(24)
                .allSatisfy(member -> assertThat(understood).contains(WORDS + member));
        assertThat(understood).allMatch(member -> member.startsWith("@") || member.startsWith(WORDS));
    }

    @Test
    void itSaysWhoClaimedWhatAndWhereItIsPrinted() throws JsonLdError {
        var address = claimWithEverything();
        var claim = expand(document(address)).getJsonObject(0);
        assertThat(claim.getString("@id")).endsWith(address.replaceFirst("^http://[^/]+", ""));
        assertThat(types(claim)).isEqualTo("Claim");
        assertThat(value(claim, "text")).isEqualTo("Say \"so\" </script>");
        assertThat(value(claim, "temporalCoverage")).isEqualTo("2022-02-24/..");
        assertThat(value(claim, "datePublished")).isEqualTo("2025-01");
        var author = part(claim, "author", 0);
        assertThat(types(author)).isEqualTo("GovernmentOrganization");
        assertThat(part(author, "sameAs", 0).getString("@id")).isEqualTo("http://www.wikidata.org/entity/Q212");
        var figure = part(claim, "about", 0);
        assertThat(part(figure, "value", 0).get("@value")).hasToString("818000");
        assertThat(part(figure, "minValue", 0).get("@value")).hasToString("818001");
        assertThat(figure).doesNotContainKey(WORDS + "maxValue");
        var appearance = part(claim, "appearance", 0);
        assertThat(types(appearance)).isEqualTo("CreativeWork");
        assertThat(part(appearance, "url", 0).getString("@id")).startsWith("https://example.org/");
        assertThat(value(part(appearance, "publisher", 0), "name")).isEqualTo("A newspaper");
        assertThat(part(appearance, "archivedAt", 0).getString("@id")).isEqualTo("https://archive.example.org/a");
    }

    @Test
    void itSaysWhereElseItIsPrinted() throws JsonLdError {
        var claim = expand(document(claimWithEverything())).getJsonObject(0);
        assertThat(claim.getJsonArray(WORDS + "appearance")).hasSize(3);
        var further = part(claim, "appearance", 1);
        assertThat(types(further)).isEqualTo("CreativeWork");
        assertThat(value(further, "citation")).isEqualTo("A leaflet");
        assertThat(value(further, "datePublished")).isEqualTo("2025-02");
        assertThat(value(further, "text")).isEqualTo("\"So\" they say");
        assertThat(part(part(claim, "appearance", 2), "url", 0).getString("@id"))
                .isEqualTo("https://example.org/b");
    }

    @Test
    void eachAssessmentIsAReviewOfTheClaim() throws JsonLdError {
        var address = claimWithEverything().replaceFirst("^http://[^/]+", "");
        var claim = expand(document(address)).getJsonObject(0);
        assertThat(claim.getJsonArray(WORDS + "review")).hasSize(2);
        var review = part(claim, "review", 0);
        assertThat(types(review)).isEqualTo("ClaimReview");
        assertThat(review.getString("@id")).endsWith(address + "/assessments/1");
        assertThat(part(review, "itemReviewed", 0).getString("@id")).isEqualTo(claim.getString("@id"));
        assertThat(value(review, "claimReviewed")).isEqualTo(value(claim, "name"));
        assertThat(value(part(review, "author", 0), "name")).isEqualTo("The </script> Checkers");
        assertThat(value(part(review, "reviewRating", 0), "name")).isEqualTo("plausible");
        assertThat(value(part(review, "reviewRating", 0), "alternateName")).isEqualTo("Mostly true");
        assertThat(part(review, "reviewRating", 0)).doesNotContainKey(WORDS + "ratingValue");
        assertThat(value(review, "reviewBody")).isEqualTo("By its words");
        assertThat(value(review, "datePublished")).isEqualTo("2025-01-23");
        assertThat(part(review, "url", 0).getString("@id")).isEqualTo("https://example.org/review");
        var bare = part(claim, "review", 1);
        assertThat(value(part(bare, "reviewRating", 0), "alternateName")).isEqualTo("false");
        assertThat(bare).doesNotContainKeys(WORDS + "url", WORDS + "datePublished", WORDS + "reviewBody");
    }

    @Test
    void whatWasRemovedIsNotShown() throws JsonLdError {
        var address = claimWithEverything();
        for (var part : List.of("/appearances/1", "/assessments/1", "/assessments/2")) {
            given().header("If-Match", "*").delete(address + part).then().statusCode(204);
        }
        var claim = expand(document(address)).getJsonObject(0);
        assertThat(claim.getJsonArray(WORDS + "appearance")).hasSize(2);
        assertThat(claim).doesNotContainKey(WORDS + "review");
    }

    @ParameterizedTest
    @CsvSource({"person,Person", "organization,Organization", "media,NewsMediaOrganization", "other,Thing"})
    void theKindOfTheClaimantIsTheTypeOfTheAuthor(String kind, String type) throws JsonLdError {
        var address = Given.claim(unique(kind), "\"figure\":1");
        var slug = given().get(address).path("claimant_slug");
        Given.patch("/v1/claimants/" + slug, "{\"kind\":\"" + kind + "\"}")
                .then()
                .statusCode(200);
        assertThat(types(part(expand(document(address)).getJsonObject(0), "author", 0)))
                .isEqualTo(type);
    }

    @Test
    void eachFormHasAnETagOfItsOwn() {
        var address = Given.claim(unique("etag"), "\"figure\":1");
        var json = given().get(address).header("ETag");
        var linked = document(address).header("ETag");
        assertThat(linked).isNotEqualTo(json);
        var conditional = given().header("If-None-Match", linked);
        conditional
                .header("Accept", "application/ld+json")
                .get(address)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept"));
        given().header("If-None-Match", linked).get(address).then().statusCode(200);
        given().header("If-None-Match", linked)
                .get(address + "?format=jsonld")
                .then()
                .statusCode(304);
        given().get(address + "?format=csv").then().statusCode(400).body("code", is("unknown_value"));
        given().header("Accept", "text/csv").get(address).then().statusCode(406);
    }

    private static String claimWithEverything() {
        var subject = unique("linked data");
        var url = "https://example.org/" + subject.replace(' ', '-');
        given().contentType("application/json")
                .body("{\"url\":\"" + url + "\",\"citation\":\"" + subject + "\",\"title\":\"Losses\","
                        + "\"publisher\":\"A newspaper\",\"published\":\"2025-01-21\",\"language\":\"en\","
                        + "\"archive_url\":\"https://archive.example.org/a\"}")
                .post("/v1/sources")
                .then()
                .statusCode(201);
        var address = Given.claim("\"figure_text\":\"over 818,000\",\"period\":\"2022-02-24/..\","
                + "\"quote\":\"Say \\\"so\\\" </script>\","
                + rest(subject).replace("2025-01-21", "2025-01").replace("https://example.org/a", url));
        var slug = given().get(address).path("claimant_slug");
        Given.patch("/v1/claimants/" + slug, "{\"kind\":\"government\",\"wikidata\":\"Q212\"}")
                .then()
                .statusCode(200);
        add(
                address + "/appearances",
                "{\"source\":\"A leaflet\",\"date\":\"2025-02\",\"quote\":\"\\\"So\\\" they say\"}");
        add(address + "/appearances", "{\"source\":\"https://example.org/b\",\"date\":\"2025\"}");
        add(
                address + "/assessments",
                "{\"reviewer\":\"The </script> Checkers\",\"rating\":\"plausible\",\"label\":\"Mostly true\","
                        + "\"explanation\":\"By its words\",\"url\":\"https://example.org/review\",\"date\":\"2025-01-23\"}");
        add(address + "/assessments", "{\"reviewer\":\"Another\",\"rating\":\"false\"}");
        return address;
    }

    private static void add(String path, String json) {
        given().contentType("application/json").body(json).post(path).then().statusCode(201);
    }

    private static Response document(String address) {
        var answer = given().header("Accept", "application/ld+json").get(address);
        answer.then().statusCode(200).contentType("application/ld+json");
        return answer;
    }

    private static JsonArray expand(Response document) throws JsonLdError {
        return JsonLd.expand(JsonDocument.of(document.asInputStream()))
                .loader((address, options) -> {
                    assertThat(address).isEqualTo(CONTEXT);
                    return JsonDocument.of(ClaimJsonLdTest.class.getResourceAsStream("/schema.org.jsonld"));
                })
                .get();
    }

    /** The names of all members, however deep. */
    private static void collect(JsonValue value, Set<String> names) {
        if (value instanceof JsonObject object) {
            names.addAll(object.keySet());
            object.values().forEach(member -> collect(member, names));
        } else if (value instanceof JsonArray array) {
            array.forEach(member -> collect(member, names));
        }
    }

    private static JsonObject part(JsonObject whole, String member, int index) {
        return whole.getJsonArray(WORDS + member).getJsonObject(index);
    }

    private static String value(JsonObject thing, String member) {
        return part(thing, member, 0).getString("@value");
    }

    private static String types(JsonObject thing) {
        return thing.getJsonArray("@type").getString(0).substring(WORDS.length());
    }
}
