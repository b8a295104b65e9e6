package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numericclaims.Together;

/** Two of the shipped service on one database, started at the same moment: whichever is asked, they answer as one. */
class TwoServicesIT {

    private static final int ROUNDS = 10;
    private static final int WRITES = 20;
    private static final List<String> COME_BACK = Arrays.asList("busy", "idempotency_key_in_use");
    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private ExternalDatabase external;
    private DatabaseBehind database;
    private List<PackagedService> services;

    @BeforeEach
    void start() throws Exception {
        external = ExternalDatabase.start();
        database = external.first();
        services = List.of(launch(), launch());
        for (var service : services) {
            service.awaitAddress().awaitReady(true, START);
        }
    }

    @AfterEach
    void stop() {
        services.forEach(PackagedService::close);
        external.close();
    }

    @Test
    void whatIsSentToBothAtOnceIsDoneAsIfByOne() throws Exception {
        assertThat(database.count("select count(*) - count(distinct version) from flyway_schema_history"))
                .isZero();
        for (int round = 0; round < ROUNDS; round++) {
            bothMakeTheSameNewClaimant("New claimant " + round);
            oneIdempotencyKeyMakesOneClaim();
            ofTwoEditsWithOneETagOneIsDone();
            claimsAddedDuringAMergerEndAtItsTarget("Old name " + round, "New name " + round);
        }
    }

    @Test
    void oneTakesOverWhatTheOtherLeaves() throws Exception {
        var first = services.get(0);
        var second = services.get(1);
        var claims = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            claims.add(id(add(first, "A claimant", 1)));
        }
        var page = get(first, "/v1/claims?limit=1");
        assertThat(get(second, next(page)).getList("items")).hasSize(1);
        try (var writers = new Writers()) {
            writers.start(first, second);
            Thread.sleep(1_500);
            first.kill();
            Thread.sleep(500);
            writers.stop();
            writers.sendAgain(second);
            writers.assertAllIsThere(database);
            assertThat(writers.refusals()).isEmpty();
            claims.addAll(writers.claims());
        }
        assertThat(database.count("select count(*) from claim")).isEqualTo(claims.size());
        assertThat(added(second)).containsExactlyInAnyOrderElementsOf(claims);
        assertThat(get(second, next(page)).getList("items")).hasSize(1);
    }

    private void bothMakeTheSameNewClaimant(String name) throws Exception {
        var slugs = Together.run(
                services.size(),
                n -> add(services.get(n), name, 1)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("claimant_slug"));
        assertThat(slugs.get(0)).isEqualTo(slugs.get(1));
    }

    private void oneIdempotencyKeyMakesOneClaim() throws Exception {
        var claims = "select count(*) from claim";
        long before = database.count(claims);
        var key = UUID.randomUUID().toString();
        var answers = Together.run(services.size(), n -> sendOnce(services.get(n), key));
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(database.count(claims)).isEqualTo(before + 1);
    }

    private static String sendOnce(PackagedService service, String key) {
        return answered(() -> json().header("Idempotency-Key", key)
                        .body(claim("Sent twice", key, 1))
                        .post(service.address() + "/v1/claims"))
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    /** Sends it again as long as others hold what it needs, as those answers ask for. */
    private static Response answered(Supplier<Response> request) {
        Response answer;
        do {
            answer = request.get();
        } while (COME_BACK.contains(answer.jsonPath().getString("code")));
        return answer;
    }

    private void ofTwoEditsWithOneETagOneIsDone() throws Exception {
        var added = add(services.get(0), "Edited", 1);
        var path = "/v1/claims/" + id(added);
        var answers = Together.run(services.size(), n -> edit(services.get(n), path, added.header("ETag"), n + 2));
        assertThat(answers).containsExactlyInAnyOrder("200", "412 stale");
        assertThat(get(services.get(0), path).getInt("version")).isEqualTo(2);
    }

    /** The status, and what is wrong. */
    private static String edit(PackagedService service, String path, String etag, int figure) {
        var answer = answered(() -> json().header("If-Match", etag)
                .body("{\"figure\":" + figure + "}")
                .patch(service.address() + path));
        return answer.statusCode() == 200 ? "200" : answer.statusCode() + " " + answer.path("code");
    }

    /** The one merges a claimant, of whom the other goes on to add claims and to correct one. */
    private void claimsAddedDuringAMergerEndAtItsTarget(String from, String into) throws Exception {
        var kept = add(services.get(0), into, 1).<String>path("claimant_slug");
        var corrected = add(services.get(1), from, 1);
        var gone = corrected.<String>path("claimant_slug");
        var ids = Together.run(
                2, n -> n == 0 ? merge(services.get(0), gone, kept) : write(services.get(1), from, id(corrected)));
        for (var id : ids.get(1)) {
            assertThat(get(services.get(0), "/v1/claims/" + id).getString("claimant_slug"))
                    .isEqualTo(kept);
        }
        given().get(services.get(1).address() + "/v1/claimants/" + kept).then().body("aliases", hasItem(from));
    }

    private static List<String> merge(PackagedService service, String from, String into) {
        answered(() -> json().body("{\"into\":\"" + into + "\"}")
                        .post(service.address() + "/v1/claimants/" + from + "/merge"))
                .then()
                .statusCode(200);
        return List.of();
    }

    /** Corrects that claim and adds others of that claimant, again and again; the ids of all. */
    private static List<String> write(PackagedService service, String claimant, String corrected) {
        var ids = new ArrayList<>(List.of(corrected));
        for (int figure = 2; figure <= WRITES; figure++) {
            assertThat(edit(service, "/v1/claims/" + corrected, "*", figure)).isEqualTo("200");
            ids.add(id(add(service, claimant, figure)));
        }
        return ids;
    }

    private PackagedService launch() throws Exception {
        return PackagedService.launch(List.of(), data, database.settings());
    }

    private static Response add(PackagedService service, String claimant, int figure) {
        var claim = claim(claimant, "About " + UUID.randomUUID(), figure);
        return answered(() -> json().body(claim).post(service.address() + "/v1/claims"));
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static String claim(String claimant, String subject, int figure) {
        return "{\"figure\":" + figure + ",\"unit\":\"people\",\"date\":\"2025\",\"source\":\"A book\",\"claimant\":\""
                + claimant + "\",\"subject\":\"" + subject + "\"}";
    }

    private static String id(Response added) {
        return added.then().statusCode(201).extract().path("id");
    }

    private static String next(JsonPath page) {
        return "/v1/claims?limit=1&cursor=" + page.getString("next");
    }

    /** The ids of all claims that were added, as the feed tells it from the beginning. */
    private static List<String> added(PackagedService service) {
        var added = new ArrayList<String>();
        var page = get(service, "/v1/changes?limit=500");
        while (!page.getList("items").isEmpty()) {
            added.addAll(page.getList("items.findAll { it.kind == 'created' && it.thing == 'claim' }.resource"));
            page = get(service, "/v1/changes?limit=500&after=" + page.getString("next"));
        }
        return added.stream().map(path -> path.replaceFirst("/v1/claims/", "")).toList();
    }

    private static JsonPath get(PackagedService service, String path) {
        return given().get(service.address() + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
