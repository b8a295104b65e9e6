package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.database.DatabaseCame;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeylessTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {"example.org", "example.org:8080", "localhost.example.org", "127.0.0.1.example.org", "10.0.0.1"})
    void aForeignHostNameIsNotAnswered(String host) {
        given().header("Host", host).get("/v1/claimants").then().statusCode(403).body("code", is("foreign_host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080"})
    void thisMachineIsAnswered(String host) {
        given().header("Host", host).get("/v1/claimants").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-host", "Forwarded"})
    void whatComesThroughAProxyIsNotThisMachine(String header) {
        given().header(header, "for=192.0.2.1").get("/v1/claimants").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://example.org", "Origin, null", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"
    })
    void aPageOfAnotherSiteMayNotWrite(String header, String value) {
        given().header(header, value)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Foreign\"}")
                .post("/v1/claimants")
                .then()
                .statusCode(403)
                .body("code", is("cross_site"));
    }

    @Test
    void aPageOfItsOwnMayWrite() {
        given().header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.JSON)
                .body("{\"text\":\"about 5\"}")
                .post("/v1/figures/parse")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nc_wrong", "Basic YWRtaW46YWRtaW4=", "Bearer"})
    void aKeyIsWrongWhereThereAreNone(String authorization) {
        given().header("Authorization", authorization)
                .get("/v1/claimants")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthorized"));
    }

    @Test
    void theFirstKeyIsAnAdmins() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Ann\",\"role\":\"editor\"}")
                .post("/v1/keys")
                .then()
                .statusCode(422)
                .body("code", is("first_key_not_admin"));
        given().get("/v1/keys").then().statusCode(200).body("items", empty());
    }

    @Test
    void whereOnlyKeysMayReadAndThereAreNoneItIsNotServed() {
        var keys = new Keys(
                new AdminKey(Optional.empty()), new Issuer(null, Optional.empty()), new Reading("private"), null);
        assertThatThrownBy(() -> keys.look(new DatabaseCame()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEY");
    }

    @Test
    void toReadHereNobodyAsksTheDatabaseForKeys() throws Exception {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            given().get("/v1/claimants").then().statusCode(200);
            var rows = statement.executeQuery("select count(*) from pg_stat_statements where query ~ 'api_key'"
                    + " and query !~ 'pg_stat_statements'");
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }
}
