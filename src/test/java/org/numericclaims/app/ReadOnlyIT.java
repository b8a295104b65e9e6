package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numericclaims.http.Documented;

/** An instance that only reads, beside one that writes, on one database that was empty when it started. */
class ReadOnlyIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final String KEY = "0123456789abcdef0123456789ABCDEF";

    @TempDir
    Path data;

    private ExternalDatabase external;
    private DatabaseBehind database;
    private PackagedService reading;
    private PackagedService writing;

    @BeforeEach
    void start() throws Exception {
        external = ExternalDatabase.start();
        database = external.first();
        reading = launch(Map.of("CLAIMS_MODE", "read-only"));
        reading.awaitAddress();
        assertThat(reading.status("/health/ready")).isEqualTo(503);
        writing = launch(Map.of());
        writing.awaitAddress().awaitReady(true, START);
        reading.awaitReady(true, START);
        assertThat(reading.said()).contains("this one only reads, and waits");
    }

    @AfterEach
    void stop() {
        writing.close();
        reading.close();
        external.close();
    }

    @Test
    void itReadsWithoutWritingAnythingAndRefusesWhatWouldWrite() throws Exception {
        var key = given().auth()
                .oauth2(KEY)
                .contentType("application/json")
                .body("{\"name\":\"A newspaper\",\"role\":\"reader\"}")
                .post(writing.address() + "/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("key");
        given().auth().oauth2(key).get(reading.address() + "/v1/claims").then().statusCode(200);
        assertThat(database.ask("select last_used_at from api_key")).isEqualTo("null");
        given().auth()
                .oauth2(KEY)
                .contentType("application/json")
                .body("{\"text\":\"almost a million\"}")
                .post(reading.address() + "/v1/figures/parse")
                .then()
                .statusCode(200);
        assertThat(writes())
                .hasSizeGreaterThan(20)
                .allSatisfy(write -> assertThat(refusal(write)).as(write.id()).isEqualTo("503 read_only_instance"));
        assertThat(given().post(reading.address() + "/v1/claims").statusCode()).isEqualTo(401);
        assertThat(page(reading)).doesNotContain("Add a claim");
        assertThat(page(writing)).contains("Add a claim");
    }

    private static List<Documented> writes() throws IOException {
        return Documented.operations(Documented.written()).stream()
                .filter(operation ->
                        !operation.method().equals("GET") && !operation.id().equals("parseFigure"))
                .toList();
    }

    /** With something in the place of each parameter of its path. */
    private String refusal(Documented write) {
        var path = write.path().replaceAll("\\{[^}]*}", "1");
        var answer = given().auth().oauth2(KEY).request(write.method(), reading.address() + path);
        return answer.statusCode() + " " + answer.path("code");
    }

    private static String page(PackagedService service) {
        return given().accept("text/html").get(service.address() + "/").asString();
    }

    private PackagedService launch(Map<String, String> settings) throws IOException {
        var all = new HashMap<>(database.settings());
        all.put("CLAIMS_ADMIN_KEY", KEY);
        all.putAll(settings);
        return PackagedService.launch(List.of(), data, all);
    }
}
