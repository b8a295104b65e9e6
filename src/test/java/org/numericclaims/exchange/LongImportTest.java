package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;

/** Files of fifty batches, most of which have gone to the database when the fault is met. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LongImportTest {

    private static final int ROWS = 50_000;
    private static final int BATCH = 1_000;
    private static final String HEADER = "figure,unit,claimant,date,source,subject\n";

    @Test
    void oneWrongRowBeforeTheLastKeepsAllOut() throws Exception {
        var subject = unique("late fault");
        var answer = load(file(subject, row -> row == ROWS - 1), "");
        assertThat(answer.getInt("status")).isEqualTo(422);
        assertThat(answer.getString("detail"))
                .startsWith("Nothing was kept: 1 of " + ROWS + " claims are wrong. Line " + ROWS + ": ");
        assertThat(answer.getList("errors.line")).containsExactly(ROWS);
        assertThat(list("subject={s}", subject).getList("items")).isEmpty();
        given().get("/v1/claimants?q={name}", "Claimant of " + subject)
                .then()
                .body("items.findAll { it.name == 'Claimant of " + subject + "' }", empty());
    }

    @Test
    void oneWrongRowBeforeTheLastIsLeftOut() throws Exception {
        var subject = unique("late fault");
        var answer = load(file(subject, row -> row == ROWS - 1), "?dry_run=true&on_error=skip");
        assertThat(answer.getInt("read")).isEqualTo(ROWS);
        assertThat(answer.getInt("created")).isEqualTo(ROWS - 1);
        assertThat(answer.getInt("failed")).isEqualTo(1);
        assertThat(answer.getList("errors.line")).containsExactly(ROWS);
    }

    @Test
    void ofManyWrongRowsAllAreCountedAndAThousandNamed() throws Exception {
        var subject = unique("many faults");
        var answer = load(file(subject, row -> row % 100 != 0), "?on_error=skip");
        assertThat(answer.getInt("read")).isEqualTo(ROWS);
        assertThat(answer.getInt("created")).isEqualTo(ROWS / 100);
        assertThat(answer.getInt("failed")).isEqualTo(ROWS - ROWS / 100);
        assertThat(answer.getList("errors")).hasSize(1_000);
        assertThat(answer.getInt("more_errors")).isEqualTo(ROWS - ROWS / 100 - 1_000);
        assertThat(list("subject={s}&count=exact", subject).getInt("count")).isEqualTo(ROWS / 100);
    }

    /** A file that is made while it is sent; its rows count from 1, and those that are wrong have no figure. */
    private static Iterable<byte[]> file(String subject, IntPredicate wrong) {
        var rest = ",people,Claimant of " + subject + ",2025,A newspaper," + subject + "\n";
        var rows = IntStream.range(0, ROWS / BATCH)
                .mapToObj(batch -> IntStream.rangeClosed(batch * BATCH + 1, (batch + 1) * BATCH)
                        .mapToObj(row -> (wrong.test(row) ? "x" : row) + rest)
                        .collect(Collectors.joining()));
        return Stream.concat(Stream.of(HEADER), rows).map(String::getBytes)::iterator;
    }

    private static JsonPath load(Iterable<byte[]> file, String query) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/claims/import" + query))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(file))
                .build();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return JsonPath.from(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
