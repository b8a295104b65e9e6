package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to operating says of a PostgreSQL of one's own, done with one, by the very commands that stand there. */
@EnabledIfSystemProperty(named = "postgresql", matches = ".+")
class BackupIT {

    private static final Path GUIDE = Path.of("docs/operating.md");
    private static final String KEY = "0123456789abcdef0123456789ABCDEF";

    @TempDir
    Path data;

    private InstalledPostgres postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = InstalledPostgres.start(Path.of(System.getProperty("postgresql")), data.resolve("postgres"));
        postgres.administered().run("create role claims login password 'secret'"); // as createuser --pwprompt does
        run("createdb");
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
    }

    @Test
    void aDumpBringsBackAllThatWasThereAndGoesOn() throws Exception {
        String claims;
        String versions;
        String changes;
        String key;
        String claim;
        try (var service = service()) {
            claim = claim(service, "over 818,000");
            given(service, KEY)
                    .header("If-Match", "*")
                    .body("{\"note\":\"Corrected\"}")
                    .patch("/v1/claims/" + claim)
                    .then()
                    .statusCode(200);
            given(service, KEY)
                    .body("{\"source\":\"Another newspaper\",\"date\":\"2025\"}")
                    .post("/v1/claims/" + claim + "/appearances")
                    .then()
                    .statusCode(201);
            key = given(service, KEY)
                    .body("{\"name\":\"Ann\",\"role\":\"editor\"}")
                    .post("/v1/keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("key");
            claims = read(service, "/v1/claims?format=ndjson");
            versions = read(service, "/v1/claims/" + claim + "/versions");
            changes = read(service, "/v1/changes");
            run("pg_dump");
        }
        postgres.administered().run("drop database claims");
        run("createdb");
        run("pg_restore");
        try (var service = service()) {
            assertThat(read(service, "/v1/claims?format=ndjson")).isEqualTo(claims);
            assertThat(read(service, "/v1/claims/" + claim + "/versions")).isEqualTo(versions);
            assertThat(read(service, "/v1/claims/" + claim + "/appearances")).contains("Another newspaper");
            assertThat(read(service, "/v1/changes")).isEqualTo(changes);
            given(service, key)
                    .header("If-Match", "*")
                    .body("{\"note\":\"Corrected again\"}")
                    .patch("/v1/claims/" + claim)
                    .then()
                    .statusCode(200);
            var next = JsonPath.from(changes).getString("next");
            assertThat(given(service, key)
                            .get("/v1/changes?after=" + next)
                            .jsonPath()
                            .getList("items.resource"))
                    .containsExactly("/v1/claims/" + claim);
        }
    }

    @Test
    void theFileOfAllClaimsMakesTheSameClaimsElsewhere() throws Exception {
        String file;
        try (var service = service()) {
            claim(service, "almost a million");
            claim(service, "about 700,000");
            file = read(service, "/v1/claims?format=ndjson");
        }
        try (var other = PackagedService.start(data.resolve("other"), Map.of("CLAIMS_ADMIN_KEY", KEY))) {
            given(other, KEY)
                    .contentType("application/x-ndjson;charset=utf-8")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/claims/import")
                    .then()
                    .statusCode(200);
            assertThat(said(read(other, "/v1/claims?format=ndjson"))).containsExactlyInAnyOrderElementsOf(said(file));
        }
    }

    /** All lines but for what each database gives anew. */
    private static List<Map<String, Object>> said(String file) {
        return file.lines()
                .map(line -> {
                    var claim = new HashMap<String, Object>(JsonPath.from(line).getMap(""));
                    claim.keySet().removeAll(List.of("id", "source_id", "created_at", "updated_at"));
                    return (Map<String, Object>) claim;
                })
                .toList();
    }

    private PackagedService service() throws Exception {
        var settings = new HashMap<>(postgres.database("claims", "claims").settings());
        settings.put("CLAIMS_ADMIN_KEY", KEY);
        return PackagedService.start(data, settings);
    }

    /** Runs the command of the guide that begins with that word. */
    private void run(String program) throws Exception {
        var commands = Pattern.compile("(?m)(?:^|`)(" + program + " [^`\\n]+)(?:`|$)")
                .matcher(Files.readString(GUIDE).replaceAll("\\\\\\n", " "));
        assertThat(commands.find()).as(program).isTrue();
        postgres.run(commands.group(1), data);
    }

    private static String claim(PackagedService service, String words) {
        return given(service, KEY)
                .body(Map.of("figure_text", words, "unit", "people", "claimant", "A", "date", "2025", "source", "B"))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String read(PackagedService service, String path) {
        return given(service, KEY).get(path).then().statusCode(200).extract().asString();
    }

    private static RequestSpecification given(PackagedService service, String key) {
        return RestAssured.given().baseUri(service.address()).auth().oauth2(key).contentType(ContentType.JSON);
    }
}
