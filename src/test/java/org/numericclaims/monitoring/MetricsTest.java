package org.numericclaims.monitoring;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.numericclaims.claim.Given.unique;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** What Prometheus reads of the service. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MetricsTest {

    private static final Path DASHBOARD = Path.of("docs/monitoring/dashboard.json");
    private static final Path ALERTS = Path.of("docs/monitoring/alerts.yaml");
    /** All that the service has are of three words or more, no label and no function of PromQL is. */
    private static final Pattern METRIC = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+){2,}\\b");

    private static final AtomicInteger ROWS = new AtomicInteger(100);

    private final String subject = unique("Counted");

    /** What does not happen is not named by Prometheus either. */
    @BeforeEach
    void somethingOfEachHappens() {
        var claim = Given.claim(subject, "\"figure\":1");
        Given.patch(claim, "{\"figure\":2}").then().statusCode(200);
        load(false);
        load(true);
        when().get(claim + "/checks").then().statusCode(200);
    }

    @Test
    void whatIsKeptIsCounted() {
        double added = value("claims_written_total", "change=\"added\"");
        double changed = value("claims_written_total", "change=\"changed\"");
        double imported = value("claims_written_total", "change=\"imported\"");
        var claim = Given.claim(subject, "\"figure\":10");
        Given.patch(claim, "{\"figure\":20}").then().statusCode(200);
        Given.patch(claim, "{\"figure\":\"x\"}").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/claims")
                .then()
                .statusCode(422);
        load(false);
        assertThat(value("claims_written_total", "change=\"added\"")).isEqualTo(added + 1);
        assertThat(value("claims_written_total", "change=\"changed\"")).isEqualTo(changed + 1);
        assertThat(value("claims_written_total", "change=\"imported\"")).isEqualTo(imported + 1);
    }

    @Test
    void whatIsTakenOutIsCountedByHow() {
        for (var how : List.of("withdrawn", "purged")) {
            remove(how);
            double before = value("claims_written_total", "change=\"" + how + "\"");
            remove(how);
            assertThat(value("claims_written_total", "change=\"" + how + "\"")).isEqualTo(before + 1);
        }
    }

    @Test
    void whoAsksForVerdictsIsCounted() {
        var claim = Given.claim(subject, "\"figure\":30");
        double before = value("claims_verdicts_asked_total", "operation=\"checkClaim\"");
        when().get(claim + "/checks").then().statusCode(200);
        assertThat(value("claims_verdicts_asked_total", "operation=\"checkClaim\""))
                .isEqualTo(before + 1);
    }

    @Test
    void aDryRunIsAnImportThatWritesNothing() {
        double kept = value("claims_imports_total", "dry_run=\"false\"");
        double tried = value("claims_imports_total", "dry_run=\"true\"");
        double imported = value("claims_written_total", "change=\"imported\"");
        load(true);
        assertThat(value("claims_imports_total", "dry_run=\"true\"")).isEqualTo(tried + 1);
        assertThat(value("claims_imports_total", "dry_run=\"false\"")).isEqualTo(kept);
        assertThat(value("claims_written_total", "change=\"imported\"")).isEqualTo(imported);
    }

    @Test
    void whatIsAnsweredASecondTimeIsCountedOnce() {
        double added = value("claims_written_total", "change=\"added\"");
        var body = "{\"figure\":1," + Given.rest(unique("once")) + "}";
        for (int time = 0; time < 2; time++) {
            given().header("Idempotency-Key", subject)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/claims")
                    .then()
                    .statusCode(201);
        }
        assertThat(value("claims_written_total", "change=\"added\"")).isEqualTo(added + 1);
    }

    @Test
    void aRouteIsNamedByItsTemplate() {
        assertThat(metrics()).contains("uri=\"/v1/claims/{id}/checks\"").doesNotContain(subject.substring(8));
        assertThat(value("http_server_requests_seconds_bucket", "uri=\"/v1/claims/{id}/checks\".*le=\"15.0\""))
                .isPositive();
    }

    @Test
    void theDashboardAndTheAlertsNameWhatThereIs() throws IOException {
        var expressions = Stream.concat(
                        new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr").stream(),
                        Files.readAllLines(ALERTS).stream()
                                .map(String::strip)
                                .filter(line -> line.startsWith("expr: ")))
                .toList();
        var metrics = metrics();
        assertThat(expressions)
                .hasSizeGreaterThan(10)
                .allSatisfy(expression -> METRIC.matcher(expression)
                        .results()
                        .forEach(name -> assertThat(metrics).containsPattern("(?m)^" + name.group() + "[{ ]")));
    }

    private void load(boolean dryRun) {
        var row = "{\"figure\":" + ROWS.incrementAndGet() + "," + Given.rest(subject) + "}\n";
        given().contentType("application/x-ndjson;charset=utf-8")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post("/v1/claims/import?dry_run=" + dryRun)
                .then()
                .statusCode(200);
    }

    private void remove(String how) {
        var claim = Given.claim(unique("removed"), "\"figure\":1");
        given().header("If-Match", "*")
                .delete(claim + "?purge=" + how.equals("purged"))
                .then()
                .statusCode(204);
    }

    private static String metrics() {
        return when().get("/metrics").then().statusCode(200).extract().asString();
    }

    private static double value(String name, String labels) {
        var line = Pattern.compile("(?m)^" + name + "\\{.*" + labels.replace("{", "\\{") + ".*} (\\S+)$")
                .matcher(metrics());
        assertThat(line.find()).as(name + " " + labels).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
