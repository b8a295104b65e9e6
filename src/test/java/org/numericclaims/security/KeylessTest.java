package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeylessTest {

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
}
