package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service with the samples: what it keeps outlasts a kill and a stop. */
class SamplesIT {

    private static final Map<String, String> SAMPLES = Map.of("CLAIMS_SAMPLES", "true");
    private static final String TOTALS = "subject=russian-soldiers-killed-or-wounded-in-the-war-in-ukraine"
            + "&claimant=general-staff-of-ukraine&limit=100";
    private static final int DAYS = 1626;
    private static final int SECONDS_OF_UPKEEP = 60;
    private static final String DUE = "select count(*) from rival_due";

    @TempDir
    Path data;

    @Test
    void everyDayIsListedOnceWhileOthersWriteAndOutlastsAKillAndAStop() throws Exception {
        List<String> before;
        var written = new ConcurrentLinkedQueue<String>();
        try (var service = PackagedService.start(data, SAMPLES)) {
            before = walk(service, TOTALS);
            assertThat(before).hasSize(DAYS).doesNotHaveDuplicates();
            var goOn = new AtomicBoolean(true);
            var writer = new Thread(() -> write(service, written, goOn));
            writer.start();
            assertThat(walk(service, TOTALS + "&date_lte=2026-08-08"))
                    .doesNotHaveDuplicates()
                    .containsAll(before);
            service.kill();
            goOn.set(false);
            writer.join();
        }
        try (var service = PackagedService.start(data, SAMPLES)) {
            assertThat(walk(service, TOTALS)).containsAll(before).containsAll(written);
            assertThat(written).isNotEmpty();
            service.stop();
        }
        try (var service = PackagedService.start(data, SAMPLES)) {
            assertThat(new HashSet<>(walk(service, TOTALS))).containsAll(before).containsAll(written);
            theArticleIsThere(service);
            contradictionsAreWorkedOutInTheBackground();
        }
    }

    /** Nobody asks for them here: only what keeps them up takes the marks away. */
    private void contradictionsAreWorkedOutInTheBackground() throws Exception {
        var database = DatabaseBehind.in(data);
        for (int second = 0; second < SECONDS_OF_UPKEEP && database.count(DUE) > 0; second++) {
            Thread.sleep(1_000);
        }
        assertThat(database.count(DUE)).isZero();
        assertThat(database.count("select count(*) from rival where verdict = 'tension'"))
                .isPositive();
    }

    private static void theArticleIsThere(PackagedService service) {
        var killed = list(service, "subject=russian-soldiers-killed-in-the-war-in-ukraine&unit=people&sort=-figure");
        assertThat(killed.getList("items.figure")).containsExactly(1000000, 150000);
        assertThat(killed.getList("items.likely_low")).containsExactly(900000, 145000);
        assertThat(killed.getList("items.quote")).containsOnlyNulls();
        var broader = given().get(service.address() + "/v1/subjects/russian-soldiers-killed-in-the-war-in-ukraine");
        assertThat((String) broader.path("broader"))
                .isEqualTo("russian-soldiers-killed-or-wounded-in-the-war-in-ukraine");
        assertThat((String) broader.path("span")).isEqualTo("2022-02-24/..");
        var members = list(service, "claimant=Ukraine&member=true&date_gte=2024-12-31&date_lte=2025-01-01&unit=people");
        assertThat(members.getList("items.figure")).contains(789550);
    }

    private static void write(PackagedService service, Queue<String> written, AtomicBoolean goOn) {
        try {
            for (int i = 1; goOn.get(); i++) {
                var answer = given().contentType("application/json")
                        .body("{\"figure\":" + i + ",\"unit\":\"people\",\"claimant\":\"General Staff of Ukraine\","
                                + "\"subject\":\"russian-soldiers-killed-or-wounded-in-the-war-in-ukraine\","
                                + "\"date\":\"2026-08\",\"source\":\"A test\"}")
                        .post(service.address() + "/v1/claims");
                if (answer.statusCode() == 201) {
                    written.add(answer.path("id"));
                }
            }
        } catch (Exception e) {
            goOn.set(false); // the service was killed in the middle of a request, which it has not acknowledged
        }
    }

    private static List<String> walk(PackagedService service, String query) {
        var page = list(service, query);
        var ids = new ArrayList<String>(page.getList("items.id"));
        while (page.getString("next") != null) {
            page = list(service, query + "&cursor=" + page.getString("next"));
            ids.addAll(page.getList("items.id"));
        }
        return ids;
    }

    private static JsonPath list(PackagedService service, String query) {
        return given().get(service.address() + "/v1/claims?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
