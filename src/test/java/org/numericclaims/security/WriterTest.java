package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class WriterTest {

    @Inject
    DataSource database;

    @Test
    void eachVersionNamesWhoWroteIt() {
        var ann = Given.unique("Ann");
        var bob = Given.unique("Bob");
        var subject = Given.unique("written");
        var claim = as(Keyed.bearer(ann, "editor"))
                .contentType(ContentType.JSON)
                .body("{\"figure\":1," + Given.rest(subject) + "}")
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(Keyed.bearer(bob, "editor"))
                .contentType("application/merge-patch+json;charset=utf-8")
                .header("If-Match", "*")
                .body("{\"figure\":2}")
                .patch(claim)
                .then()
                .statusCode(200);
        as(Keyed.ADMIN).header("If-Match", "*").delete(claim).then().statusCode(204);
        assertThat(writers(claim)).containsExactly("admin", bob, ann);
    }

    @Test
    void whatIsImportedOrMergedNamesWhoDidIt() {
        var ann = Given.unique("Ann");
        var bob = Given.unique("Bob");
        var subject = Given.unique("imported");
        as(Keyed.bearer(ann, "editor"))
                .contentType(ContentType.JSON)
                .body("{\"claims\":[{\"figure\":1," + Given.rest(subject) + "}]}")
                .post("/v1/claims/import")
                .then()
                .statusCode(200);
        var listed = Given.list("subject={s}", subject);
        var editor = Keyed.bearer(bob, "editor");
        var into = as(editor)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + Given.unique("The other") + "\"}")
                .post("/v1/subjects")
                .<String>path("slug");
        as(editor)
                .contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/subjects/" + listed.getString("items[0].subject_slug") + "/merge")
                .then()
                .statusCode(200);
        assertThat(writers("/v1/claims/" + listed.getString("items[0].id"))).containsExactly(bob, ann);
    }

    @Test
    void itCostsOneStatementWhereSomethingIsWrittenAndNoneWhereItIsRead() throws Exception {
        var editor = Keyed.bearer("editor");
        as(editor).get("/v1/claimants");
        run("create extension if not exists pg_stat_statements");
        run("select pg_stat_statements_reset()");
        as(editor).get("/v1/claimants").then().statusCode(200);
        assertThat(calls()).isZero();
        as(editor)
                .contentType(ContentType.JSON)
                .body("{\"figure\":1," + Given.rest(Given.unique("counted")) + "}")
                .post("/v1/claims")
                .then()
                .statusCode(201);
        assertThat(calls()).isOne();
    }

    private long calls() throws SQLException {
        try (var db = database.getConnection();
                var rows = db.createStatement()
                        .executeQuery("select coalesce(sum(calls), 0) from pg_stat_statements"
                                + " where query ~ 'set_config' and query !~ 'pg_stat_statements'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification as(String authorization) {
        return given().header("Authorization", authorization);
    }

    private static List<String> writers(String claim) {
        return given().get(claim + "/versions").jsonPath().getList("items.changed_by");
    }
}
