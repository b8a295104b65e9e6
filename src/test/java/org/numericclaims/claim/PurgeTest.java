package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.numericclaims.claim.Given.patch;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** What the law wants erased is nowhere any more; that something was erased is not hidden. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PurgeTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions", "/versions/1", "/checks", "?format=jsonld"})
    void aPurgedClaimIsGoneWithItsHistory(String what) {
        var claim = Given.claim(unique("purged"), "\"figure\":1");
        patch(claim, "{\"figure\":2}").then().statusCode(200);
        purge(claim).then().statusCode(204);
        when().get(claim + what)
                .then()
                .statusCode(410)
                .body("code", is("purged"))
                .body("title", is("Gone"));
    }

    @Test
    void nothingOfItIsLeftInTheRecord() throws SQLException {
        var subject = unique("nothing left");
        var before = Given.claim(subject, "\"figure\":1,\"note\":\"secret\"");
        patch(before, "{\"note\":\"another secret\"}").then().statusCode(200);
        var then = Instant.now();
        purge(before).then().statusCode(204);
        given().queryParam("as_of", then.toString())
                .get("/v1/claims?subject={s}", subject)
                .then()
                .statusCode(200)
                .body("items", empty());
        given().queryParam("as_of", then.toString()).get(before).then().statusCode(410);
        for (var table : new String[] {"claim", "claim_version"}) {
            assertThat(one("select count(*) from " + table + " t where id = '" + id(before) + "'"))
                    .isEqualTo("0");
        }
        assertThat(one("select count(*) from change t where t::text like '%secret%'"))
                .isEqualTo("0");
        assertThat(one("select reason from purged_claim where id = '" + id(before) + "'"))
                .isEqualTo("by court");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void nobodyChangesAPurgedClaim(String method) {
        var claim = Given.claim(unique("no more"), "\"figure\":1");
        purge(claim).then().statusCode(204);
        given().contentType("application/json")
                .header("If-Match", "*")
                .body(method.equals("DELETE") ? "" : "{\"figure\":2," + Given.rest("no more") + "}")
                .request(method, claim)
                .then()
                .statusCode(410)
                .body("code", is("purged"));
    }

    @Test
    void whatReferredToItRefersToNothingAndSaysWhy() {
        var subject = unique("whole");
        var whole = Given.claim(subject, "\"figure\":10");
        var part = Given.claim(subject, "\"figure\":1,\"part_of\":\"" + id(whole) + "\"");
        var newer = Given.claim(subject, "\"figure\":11,\"supersedes\":\"" + id(whole) + "\"");
        purge(whole).then().statusCode(204);
        when().get(part).then().body("part_of", nullValue()).body("version", is(2));
        when().get(newer).then().body("supersedes", nullValue()).body("version", is(2));
        when().get(part + "/versions").then().body("items[0].reason", is("A claim that it referred to was purged."));
        Given.post("{\"part_of\":\"" + id(whole) + "\",\"figure\":3," + Given.rest(subject) + "}")
                .then()
                .statusCode(422)
                .body("code", is("unknown_claim"));
    }

    @Test
    void aVersionThatIsNotTheCallersIsNotPurged() {
        var claim = Given.claim(unique("stale"), "\"figure\":1");
        given().header("If-Match", "\"9-0\"")
                .delete(claim + "?purge=true")
                .then()
                .statusCode(412);
        given().header("If-Match", "*").delete(claim + "?purge=yes").then().statusCode(400);
        when().get(claim).then().statusCode(200).body("status", is("active"));
    }

    @Test
    void bySqlNobodyDeletesAClaimByMistake() {
        var claim = Given.claim(unique("by hand"), "\"figure\":1");
        var delete = "delete from claim where id = '" + id(claim) + "'";
        assertThatThrownBy(() -> one(delete + " returning id"))
                .hasMessageContaining("withdrawn, not deleted")
                .hasMessageContaining("set local claims.purge = on");
        when().get(claim).then().statusCode(200);
    }

    private static Response purge(String claim) {
        return given().header("If-Match", "*").delete(claim + "?purge=true&reason=by court");
    }

    private String one(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String id(String claim) {
        return claim.replaceFirst(".*/", "");
    }
}
