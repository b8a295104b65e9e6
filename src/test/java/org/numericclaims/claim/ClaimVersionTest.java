package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimVersionTest {

    @Inject
    EntityManager em;

    @Test
    void eachVersionSaysWhatWasChangedWhenAndWhy() {
        var claim = Given.claim(unique("history"), "\"figure\":434000");
        var first = read(claim);
        patch(claim + "?reason=misread", "{\"figure\":435000}").then().statusCode(200);
        var second = read(claim);
        patch(claim, "{\"note\":\"see page 4\"}").then().statusCode(200);
        given().header("If-Match", "*").delete(claim + "?reason=twice").then().statusCode(204);
        var versions = versions(claim, "");
        assertThat(versions.getList("items.version")).containsExactly(4, 3, 2, 1);
        assertThat(versions.getList("items.reason")).containsExactly("twice", null, "misread", null);
        assertThat(versions.getList("items.changed_by")).containsOnly("local");
        assertThat(versions.getList("items.changes.field"))
                .containsExactly(
                        List.of("status"),
                        List.of("note"),
                        List.of("figure", "low", "high", "likely_low", "likely_high"),
                        List.of());
        assertThat(versions.getMap("items[2].changes[0]"))
                .containsOnly(Map.entry("field", "figure"), Map.entry("before", 434000), Map.entry("after", 435000));
        assertThat(versions.getString("items[1].changes[0].before")).isNull();
        assertThat(versions.getString("items[1].changes[0].after")).isEqualTo("see page 4");
        assertThat(versions.getString("items[2].changed_at")).isEqualTo(second.getString("updated_at"));
        assertThat(read(claim + "/versions/1").getMap("")).isEqualTo(first.getMap(""));
        assertThat(read(claim + "/versions/2").getMap("")).isEqualTo(second.getMap(""));
        assertThat(read(claim + "/versions/4").getMap("")).isEqualTo(read(claim).getMap(""));
        when().get(claim + "/versions/2").then().header("ETag", startsWith("\"2-"));
    }

    @Test
    void aPageGoesOnBehindTheLast() {
        var claim = Given.claim(unique("pages"), "\"figure\":0");
        for (int figure = 1; figure < 5; figure++) {
            patch(claim, "{\"figure\":" + figure + "}").then().statusCode(200);
        }
        var seen = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; pages < 3; pages++) {
            var page = versions(claim, "?limit=2" + cursor);
            seen.addAll(page.getList("items"));
            cursor = "&cursor=" + page.getString("next");
        }
        assertThat(cursor).isEqualTo("&cursor=null");
        assertThat(seen).hasSize(5).isEqualTo(versions(claim, "").getList("items"));
    }

    @Test
    void whatIsChangedBySqlIsAVersionToo() {
        var claim = Given.claim(unique("by hand"), "\"figure\":1");
        var id = id(claim);
        sql("update claim set note = 'by hand', figure = 2 where id = '" + id + "'");
        sql("update claim set note = 'by hand' where id = '" + id + "'");
        sql("set local claims.reason = 'from the archive'; set local claims.changed_by = 'Ann';"
                + " update claim set figure = 3 where id = '" + id + "'");
        var versions = versions(claim, "");
        assertThat(versions.getList("items.version")).containsExactly(3, 2, 1);
        assertThat(versions.getList("items.changes.field"))
                .containsExactly(List.of("figure"), List.of("figure", "note"), List.of());
        assertThat(versions.getList("items.reason")).containsExactly("from the archive", null, null);
        assertThat(versions.getString("items[0].changed_by")).isEqualTo("Ann");
        assertThat(versions.getString("items[1].changed_by")).isEqualTo(user());
        when().get(claim).then().body("version", is(3)).header("ETag", startsWith("\"3-"));
    }

    /** As where another instance was the primary, whose clock was ahead. */
    @Test
    void whereTheClockWentBackVersionsKeepTheirOrder() {
        var claim = Given.claim(unique("clock"), "\"figure\":1");
        var ahead = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        sql("set local claims.record_time = '" + ahead + "'; update claim set figure = 2 where id = '" + id(claim)
                + "'");
        patch(claim, "{\"figure\":3}").then().statusCode(200);
        var versions = versions(claim, "");
        assertThat(versions.getList("items.version")).containsExactly(3, 2, 1);
        assertThat(versions.<String>getList("items.changed_at"))
                .map(Instant::parse)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .first()
                .isEqualTo(ahead);
        assertThat(read(claim).getInt("figure")).isEqualTo(3);
    }

    @Test
    void aMergeOfClaimantsIsAVersionToo() {
        var subject = unique("merged");
        var claim = Given.claim(subject, "\"figure\":1");
        var into = given().contentType(ContentType.JSON)
                .body("{\"name\":\"The other " + subject + "\"}")
                .post("/v1/claimants")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("slug");
        given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/claimants/{slug}/merge", read(claim).getString("claimant_slug"))
                .then()
                .statusCode(200);
        var versions = versions(claim, "");
        assertThat(versions.getList("items.version")).containsExactly(2, 1);
        assertThat(versions.getString("items[0].reason")).isEqualTo("Its claimant was merged into another.");
        assertThat(versions.getList("items[0].changes.field")).containsExactly("claimant");
    }

    @Test
    void whatWasRefusedOrChangedNothingIsNoVersion() {
        var claim = Given.claim(unique("same"), "\"figure\":1");
        patch(claim + "?reason=none", "{\"figure\":1}").then().statusCode(200);
        patch(claim + "?reason=none", "{\"figure\":\"x\"}").then().statusCode(400);
        when().get(claim + "/versions").then().body("items", hasSize(1)).body("items[0].reason", nullValue());
    }

    @Test
    void aReasonThatCannotBeKeptIsRefused() {
        var claim = Given.claim(unique("reason"), "\"figure\":1");
        patch(claim + "?reason=" + "a".repeat(1_001), "{\"figure\":2}")
                .then()
                .statusCode(400)
                .body("code", is("too_long"))
                .body("errors.parameter", contains("reason"));
        when().get(claim).then().body("version", is(1));
    }

    @Test
    void anImportedClaimHasOneVersion() {
        var subject = unique("imported");
        given().contentType(ContentType.JSON)
                .body("{\"claims\":[{\"key\":\"a\",\"figure\":1," + Given.rest(subject) + "},"
                        + "{\"part_of\":\"a\",\"figure\":2," + Given.rest(subject) + "}]}")
                .post("/v1/claims/import")
                .then()
                .statusCode(200);
        for (var id : Given.list("subject={s}", subject).<String>getList("items.id")) {
            when().get("/v1/claims/" + id + "/versions")
                    .then()
                    .body("items.version", contains(1))
                    .body("items[0].changes", empty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "one", "1.0", "99999999999"})
    void aVersionThatIsNotThereIsNotFound(String number) {
        var claim = Given.claim(unique("number"), "\"figure\":1");
        when().get(claim + "/versions/" + number).then().statusCode(404).body("code", is("not_found"));
        when().get("/v1/claims/" + UUID.randomUUID() + "/versions").then().statusCode(404);
    }

    @Test
    void aClaimantOfAnOlderVersionIsInUse() {
        var subject = unique("older");
        var claim = Given.claim(subject, "\"figure\":1");
        var slug = read(claim).getString("claimant_slug");
        patch(claim, "{\"claimant\":\"Another of " + subject + "\"}").then().statusCode(200);
        given().header("If-Match", "*")
                .delete("/v1/claimants/" + slug)
                .then()
                .statusCode(409)
                .body("code", is("in_use"));
    }

    private static JsonPath versions(String claim, String query) {
        return read(claim + "/versions" + query);
    }

    private static JsonPath read(String address) {
        return when().get(address).then().statusCode(200).extract().jsonPath();
    }

    private static String id(String claim) {
        return claim.replaceFirst(".*/", "");
    }

    private void sql(String statements) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var statement : statements.split(";")) {
                em.createNativeQuery(statement).executeUpdate();
            }
        });
    }

    private String user() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) em.createNativeQuery("select cast(session_user as text)", String.class)
                        .getSingleResult());
    }
}
