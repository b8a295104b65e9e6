package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.put;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

/** What happens to claims, and to what they name, at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RacesTest {

    private static final int ROUNDS = 5;

    @Test
    void ofAHundredPutsWithOneETagOneIsDone() throws Exception {
        var subject = unique("raced");
        var claim = Given.claim(subject, "\"figure\":5");
        var tag = when().get(claim).header("ETag");
        var statuses = Together.run(
                100,
                n -> given().contentType(ContentType.JSON)
                        .header("If-Match", tag)
                        .body("{\"figure\":" + (n + 6) + "," + rest(subject) + "}")
                        .put(claim)
                        .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .hasSize(99)
                .containsOnly(412);
        when().get(claim).then().body("version", is(2));
    }

    @Test
    void noClaimSupersedesItself() {
        var subject = unique("supersedes");
        var first = Given.claim(subject, "\"figure\":1");
        var second = Given.claim(subject, "\"figure\":2,\"supersedes\":\"" + id(first) + "\"");
        var third = Given.claim(subject, "\"figure\":3,\"supersedes\":\"" + id(second) + "\"");
        for (var newer : List.of(first, second, third)) {
            patch(first, "{\"supersedes\":\"" + id(newer) + "\"}")
                    .then()
                    .statusCode(422)
                    .body("code", is("cycle"))
                    .body("errors.pointer", is(List.of("/supersedes")));
        }
        put(first, "{\"figure\":1,\"part_of\":\"" + id(first) + "\"," + rest(subject) + "}")
                .then()
                .statusCode(422)
                .body("code", is("cycle"));
    }

    @ParameterizedTest
    @CsvSource({"claims, supersedes", "claims, part_of", "claimants, member_of", "subjects, broader"})
    void ofTheTwoHalvesOfACycleOneFails(String kind, String field) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var subject = unique("halves");
            var halves = List.of(thing(kind, subject, 1), thing(kind, subject, 2));
            var statuses = Together.run(
                    2,
                    n -> patch(halves.get(n), "{\"" + field + "\":\"" + id(halves.get(1 - n)) + "\"}")
                            .statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void claimsThatAreAddedDuringAMergerEndAtItsTarget() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var old = unique("Old");
            var from = thing("claimants", old, 1);
            var into = thing("claimants", unique("New"), 1);
            var claims = Together.run(8, n -> n == 0 ? merge(from, into) : claimOf(old, n));
            for (var claim : claims.subList(1, claims.size())) {
                when().get(claim).then().statusCode(200).body("claimant_slug", is(id(into)));
            }
            when().get(into).then().body("aliases", hasItem(old));
        }
    }

    @Test
    void aClaimantWhoIsRemovedWhileAClaimNamesHimIsThereOrMadeAnew() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var name = unique("Removed");
            var claimant = thing("claimants", name, 1);
            var both = Together.run(2, n -> n == 0 ? removed(claimant) : claimOf(name, 1));
            assertThat(both.get(0)).isIn("204", "409");
            var slug = when().get(both.get(1)).then().statusCode(200).extract().<String>path("claimant_slug");
            when().get("/v1/claimants/" + slug).then().statusCode(200).body("name", is(name));
        }
    }

    private static String thing(String kind, String name, int figure) {
        return kind.equals("claims")
                ? Given.claim(name, "\"figure\":" + figure)
                : given().contentType(ContentType.JSON)
                        .body("{\"name\":\"" + name + (figure == 1 ? "" : " " + figure) + "\"}")
                        .post("/v1/" + kind)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
    }

    private static String claimOf(String claimant, int figure) {
        return post("{\"figure\":" + figure
                        + ",\"unit\":\"people\",\"date\":\"2025\",\"source\":\"A book\",\"claimant\":\"" + claimant
                        + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String merge(String from, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + id(into) + "\"}")
                .post(from + "/merge")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String removed(String address) {
        return String.valueOf(given().header("If-Match", "*").delete(address).statusCode());
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
