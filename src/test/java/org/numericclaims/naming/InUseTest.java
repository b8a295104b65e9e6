package org.numericclaims.naming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InUseTest {

    @Inject
    DataSource database;

    /** A row of a table that the package of the thing doesn't know, which isn't even committed yet. */
    @ParameterizedTest
    @CsvSource({"claimant,slug,name", "subject,slug,name", "source,id,citation"})
    void whatAnotherTableIsJustReferringToIsNotRemoved(String table, String address, String name) throws Exception {
        var at = add(table, address, name);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table user_of_" + table + " (thing uuid references " + table + ")");
            connection.setAutoCommit(false);
            statement.execute("insert into user_of_" + table + " select id from " + table + " where " + address + " = '"
                    + at + "'");
            var removal = CompletableFuture.supplyAsync(() -> remove(table, at));
            Thread.sleep(300);
            assertThat(removal).isNotDone();
            connection.commit();
            connection.setAutoCommit(true);
            removal.get().then().statusCode(409).body("code", is("in_use"));
            statement.execute("drop table user_of_" + table);
        }
        remove(table, at).then().statusCode(204);
    }

    private static String add(String table, String address, String name) {
        return given().contentType(ContentType.JSON)
                .body("{\"" + name + "\":\"Used " + table + "\"}")
                .post("/v1/" + table + "s")
                .then()
                .statusCode(201)
                .extract()
                .path(address);
    }

    private static Response remove(String table, String at) {
        return given().header("If-Match", "*").delete("/v1/" + table + "s/" + at);
    }
}
