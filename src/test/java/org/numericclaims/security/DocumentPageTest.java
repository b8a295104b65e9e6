package org.numericclaims.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** What the page of the document may load and run (Content Security Policy, level 3). */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DocumentPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/docs/index.html", "//docs/"})
    void itRunsWhatIsNotItsOwnOrIsFramed(String page) {
        var answer = given().urlEncodingEnabled(false).get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src ")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src 'unsafe", "http", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
