package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;

/** What docs/spreadsheets.md shows is what the service does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SpreadsheetsPageTest {

    private static final Path PAGE = Path.of("docs/spreadsheets.md");
    private static final Pattern TEMPLATE = Pattern.compile("```csv template\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MISTAKE =
            Pattern.compile("```csv( latin-1)?\n(.*?)```\n```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTemplateIsImported() throws IOException {
        var template = TEMPLATE.matcher(Files.readString(PAGE)).results().findFirst();
        send(template.orElseThrow().group(1), StandardCharsets.UTF_8, "?dry_run=true")
                .then()
                .statusCode(200)
                .body("read", is(2))
                .body("failed", is(0));
    }

    @Test
    void eachOfTheFiveMistakesIsAnsweredAsPrinted() throws IOException {
        var mistakes = MISTAKE.matcher(Files.readString(PAGE)).results().toList();
        assertThat(mistakes).hasSize(5);
        for (var mistake : mistakes) {
            assertThat(said(mistake)).isEqualTo(mistake.group(3).strip());
        }
    }

    private static String said(MatchResult mistake) {
        var charset = mistake.group(1) == null ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        var errors = send(mistake.group(2), charset, "").jsonPath();
        return IntStream.range(0, errors.getList("errors").size())
                .mapToObj(i -> "errors[" + i + "].")
                .map(error -> "line " + errors.getInt(error + "line") + ", column " + errors.getInt(error + "column")
                        + ": " + errors.getString(error + "detail"))
                .collect(Collectors.joining("\n"));
    }

    private static Response send(String csv, Charset charset, String query) {
        return given().contentType("text/csv;charset=utf-8")
                .body(csv.getBytes(charset))
                .post("/v1/claims/import" + query);
    }
}
