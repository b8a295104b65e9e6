package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service killed in the middle of an import: nothing of the file is kept, and nothing stands in its way. */
class KilledImportIT {

    private static final ClaimFile FILE = new ClaimFile("Somebody");

    @TempDir
    Path data;

    @Test
    void nothingOfItIsKeptAndTheFileCanBeSentAgain() throws Exception {
        try (var service = PackagedService.start(data, Map.of());
                var request = FILE.begin(service, DatabaseBehind.in(data), 100_000_000)) {
            assertThat(request.isAnswered()).isFalse();
            service.kill();
        }
        try (var service = PackagedService.start(data, Map.of())) {
            var database = DatabaseBehind.in(data);
            database.await(ClaimFile.RUNNING, 0);
            for (var table : List.of("claim", "claimant", "subject", "source")) {
                assertThat(database.count("select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
            load(service)
                    .then()
                    .statusCode(200)
                    .body("created", is(ClaimFile.ROWS))
                    .body("duplicates", is(0));
        }
    }

    private static Response load(PackagedService service) {
        return given().contentType("text/csv;charset=utf-8")
                .body(FILE.text())
                .post(service.address() + "/v1/claims/import");
    }
}
