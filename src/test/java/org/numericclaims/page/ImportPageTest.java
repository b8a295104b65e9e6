package org.numericclaims.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"file", "on_error", "on_duplicate", "new_unit", "key", "progress"})
    void eachFieldHasALabel(String field) {
        given().accept("text/html")
                .get("/import")
                .then()
                .statusCode(200)
                .body(containsString("<label for=\"" + field + "\""))
                .body(containsString("id=\"" + field + "\""));
    }

    @Test
    void withoutScriptsItTellsTheCommandThatDoesTheSame() {
        given().accept("text/html")
                .get("/import")
                .then()
                .body(containsString("<form id=\"import\" class=\"sheet\" method=\"post\" hidden>"))
                .body(containsString("curl --data-binary @claims.csv --header 'Content-Type: text/csv'"))
                .body(containsString("/v1/claims/import?dry_run=true&amp;on_error=stop&amp;on_duplicate=skip"));
    }

    @Test
    void everyPageLeadsToBoth() {
        given().accept("text/html")
                .get("/")
                .then()
                .body(containsString("<a href=\"/new\">Add a claim</a>"))
                .body(containsString("<a href=\"/import\">Import</a>"));
    }

    @Test
    void itLoadsOnlyWhatIsTheServicesOwn() {
        given().accept("text/html")
                .get("/import")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(not(containsString("style=\"")));
    }
}
