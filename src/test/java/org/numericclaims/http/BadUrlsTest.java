package org.numericclaims.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.post;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Addresses wherever one can be sent: a claim's source, a source, an appearance, an assessment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadUrlsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            javascript:alert(1)         | url_scheme
            JaVa\\tScript:alert(1)      | url_scheme
            \\u0001javascript:alert(1)  | url_scheme
            data:text/html,<p>          | url_scheme
            file:///etc/passwd          | url_scheme
            ftp://example.org/a         | url_scheme
            https://                    | malformed_url
            http:///a                   | malformed_url
            https://a b/                | malformed_url
            https://example.org:99999/  | malformed_url
            https://user:pw@example.org | url_has_password
            https://user@example.org/   | url_has_password
            """)
    void anAddressThatIsNoneIsNamedWhereverItIsSent(String url, String code) {
        var claim = Given.claim(unique("addressed"), "\"figure\":1");
        refused(claimOf(url), code, "/source");
        refused(send("/v1/sources", "{\"url\":\"" + url + "\"}"), code, "/url");
        refused(send("/v1/sources", "{\"citation\":\"A\",\"archive_url\":\"" + url + "\"}"), code, "/archive_url");
        refused(send(claim + "/appearances", "{\"date\":\"2025\",\"source\":\"" + url + "\"}"), code, "/source");
        refused(send(claim + "/assessments", assessment(url)), code, "/url");
    }

    @Test
    void anAddressOfEightKilobytesIsTooLongWhereverItIsSent() {
        anAddressThatIsNoneIsNamedWhereverItIsSent("https://example.org/" + "a".repeat(8_192), "too_long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTPS://Example.ORG:443/$                 | https://example.org/$
            https://example.org/$                     | https://EXAMPLE.org:443/$
            https://пример.испытание/$                | https://xn--e1afmkfd.xn--80akhbyknj4f/$
            https://xn--e1afmkfd.xn--80akhbyknj4f/$   | https://ПРИМЕР.испытание:443/$
            """)
    void twoSpellingsOfAnAddressAreOneSourceShownAsItWasFirstGiven(String first, String second) {
        var page = unique("page").replace(' ', '-');
        var one = claimOf(first.replace("$", page));
        one.then().statusCode(201).body("source", is(first.replace("$", page)));
        claimOf(second.replace("$", page))
                .then()
                .statusCode(201)
                .body("source_id", is(one.<String>path("source_id")))
                .body("source", is(first.replace("$", page)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/", "Reuters: 5 dead", "The Times, p. 4", "urn:isbn:0451450523"})
    void whatOnlyLooksWrongIsKeptAsItIs(String source) {
        claimOf(source).then().statusCode(201).body("source", is(source));
    }

    @Test
    void noAddressIsEverFetched() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            var claim = claimOf(url + "claim").then().statusCode(201).extract().header("Location");
            send("/v1/sources", "{\"url\":\"" + url + "source\",\"archive_url\":\"" + url + "archive\"}")
                    .then()
                    .statusCode(201);
            send(claim + "/appearances", "{\"date\":\"2025\",\"source\":\"" + url + "appearance\"}")
                    .then()
                    .statusCode(201);
            send(claim + "/assessments", assessment(url + "review")).then().statusCode(201);
            given().contentType("application/json")
                    .body("{\"claims\":[{\"figure\":1,"
                            + rest(unique("imported")).replace("https://example.org/a", url) + "}]}")
                    .post("/v1/claims/import")
                    .then()
                    .statusCode(200)
                    .body("created", is(1));
            given().get(claim + "?format=jsonld").then().statusCode(200);
            server.setSoTimeout(300);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    private static void refused(Response answer, String code, String pointer) {
        answer.then().statusCode(422).body("code", is(code)).body("errors.pointer", contains(pointer));
    }

    private static Response claimOf(String source) {
        return post("{\"figure\":5," + rest(unique("of a source")).replace("https://example.org/a", source) + "}");
    }

    private static String assessment(String url) {
        return "{\"reviewer\":\"" + unique("A") + "\",\"rating\":\"false\",\"url\":\"" + url + "\"}";
    }

    private static Response send(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
