package org.numericclaims.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** What is kept of contradictions is never used once anything that it depends on has changed, by whatever hand. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeptRivalsTest {

    private final String subject = unique("Lost in the war");
    private final String broader = unique("Lost in all wars");

    @Inject
    DataSource database;

    @Test
    void aChangeBySqlIsSeenAtOnce() throws SQLException {
        var first = claim("A", subject, 100);
        claim("B", subject, 300);
        Upkeep.done();
        assertThat(gaps(subject, "")).containsExactly("200", "200");
        execute("update claim set low = 299, high = 301 where id = '" + id(first) + "'");
        assertThat(gaps(subject, "")).isEmpty();
        execute("update claim set low = 50, high = 60 where id = '" + id(first) + "'");
        assertThat(gaps(subject, "")).containsExactly("240", "240");
        execute("begin; set local claims.purge = on; delete from claim where id = '" + id(first) + "'; commit");
        assertThat(gaps(subject, "")).isEmpty();
    }

    @Test
    void aChangeOfTheTreeIsSeenAtOnce() throws SQLException {
        claim("A", subject, 300);
        claim("B", broader, 100);
        Upkeep.done();
        assertThat(gaps(subject, "")).isEmpty();
        Given.patch("/v1/subjects/" + slug(subject), "{\"broader\":\"" + slug(broader) + "\"}")
                .then()
                .statusCode(200);
        assertThat(gaps(subject, "")).containsExactly("200");
        Upkeep.done();
        assertThat(gaps(subject, "")).containsExactly("200");
        claim("C", broader, 50);
        assertThat(gaps(subject, "")).containsExactly("250");
    }

    @Test
    void whatSupersedesOrIsAPartMarksBothSides() throws SQLException {
        var whole = claim("A", broader, 100);
        var part = claim("B", subject, 300, "\"part_of\":\"" + id(whole) + "\"");
        Upkeep.done();
        assertThat(gaps(subject, "")).containsExactly("200");
        var newer = claim("A", broader, 500, "\"supersedes\":\"" + id(whole) + "\"");
        assertThat(gaps(subject, "")).isEmpty();
        given().header("If-Match", "*").delete(newer).then().statusCode(204);
        assertThat(gaps(subject, "")).containsExactly("200");
        Given.patch(part, "{\"figure\":200}").then().statusCode(200);
        assertThat(gaps(subject, "")).containsExactly("100");
    }

    @Test
    void aFileHasAllContradictionsOrIsRefused() throws SQLException {
        var one = id(claim("A", subject, 1));
        var all = "/v1/contradictions?format=csv&subject=" + slug(subject);
        alike(one, 1, 10_000);
        var file = given().get(all).then().statusCode(200).extract().asString();
        assertThat(file.lines().count()).as("a header, and a row for each").isEqualTo(10_001);
        alike(one, 10_001, 10_001);
        given().get(all).then().statusCode(422).body("code", is("too_many_contradictions"));
    }

    /** Claims like that one but for its period, with these figures. */
    private void alike(String claim, int least, int most) throws SQLException {
        execute("""
                insert into claim (id, claimant_id, subject_id, source_id, figure, qualifier, low, low_open, high,
                  high_open, likely_low, likely_low_open, likely_high, likely_high_open, rule, unit, date, date_start,
                  date_end, status, version, created_at, updated_at)
                select gen_random_uuid(), claimant_id, subject_id, source_id, n, qualifier, n, false, n, false, n, false,
                  n, false, rule, unit, date, date_start, date_end, status, version, created_at, updated_at
                from claim, generate_series(%d, %d) n where id = '%s'""".formatted(least, most, claim));
    }

    @Test
    void twoClaimantsWhoBecomeOneContradictThemselves() throws SQLException {
        claim("A", subject, 100);
        claim("B", subject, 300);
        Upkeep.done();
        assertThat(gaps(subject, "&own=true")).isEmpty();
        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"into\":\"" + claimant("A") + "\"}")
                .post("/v1/claimants/{c}/merge", claimant("B"))
                .then()
                .statusCode(200);
        assertThat(gaps(subject, "&own=true")).containsExactly("200", "200");
        Upkeep.done();
        assertThat(gaps(subject, "&own=true&claimant=" + claimant("A"))).containsExactly("200", "200");
    }

    @Test
    void pagesGoOnThroughWhatIsKeptAndWhatIsNot() throws SQLException {
        for (int i = 1; i <= 6; i++) {
            claim("A" + i, subject, 100 * i);
        }
        Upkeep.done();
        for (int i = 1; i <= 6; i++) {
            claim("A" + i, broader, 1000 * i);
        }
        var both = "subject=" + slug(subject) + "&subject=" + slug(broader);
        var atOnce = ids(
                given().get("/v1/contradictions?limit=500&" + both).jsonPath().getList("items"));
        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var page = given().get("/v1/contradictions?limit=5&" + both + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            walked.addAll(ids(page.getList("items")));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(atOnce).hasSize(12).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(atOnce);
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(List<Object> items) {
        return items.stream()
                .map(item ->
                        ((Map<String, Map<String, String>>) item).get("claim").get("id"))
                .toList();
    }

    private static List<String> gaps(String subject, String more) {
        return given().get("/v1/contradictions?subject=" + slug(subject) + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.gap", String.class);
    }

    private String claim(String claimant, String about, int figure) {
        return claim(claimant, about, figure, "\"quote\":null");
    }

    private String claim(String claimant, String about, int figure, String more) {
        return Given.claim("\"figure\":" + figure + ",\"rounded_to\":1,\"period\":\"2024\",\"unit\":\"people\","
                + "\"claimant\":\"" + claimant + " of " + subject + "\",\"subject\":\"" + about
                + "\",\"date\":\"2025-01-21\",\"source\":\"A newspaper\"," + more);
    }

    private String claimant(String name) {
        return Given.list("claimant={c}&limit=1", name + " of " + subject).getString("items[0].claimant_slug");
    }

    private static String slug(String subject) {
        return Given.list("subject={s}&limit=1", subject).getString("items[0].subject_slug");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void execute(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
