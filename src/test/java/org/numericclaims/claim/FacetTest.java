package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FacetTest {

    private static final int MANY = 12_000;

    @Inject
    EntityManager em;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit      | people 2, km 1, miles 1
            qualifier | plain 3, over 1
            year      | 2025 3, 2024 1
            """)
    void claimsAreCountedByEachValue(String field, String counts) {
        var subject = unique("facets");
        Given.claim(subject, "\"figure\":1");
        Given.claim(subject, "\"figure\":2,\"qualifier\":\"over\"");
        Given.claim("\"figure\":3," + rest(subject).replace("people", "miles"));
        Given.claim("\"figure\":4," + rest(subject).replace("people", "km").replace("2025-01-21", "2024"));
        assertThat(shown(facets("field=" + field + "&subject={s}", subject), "value"))
                .isEqualTo(counts);
        assertThat(shown(facets("field=unit&subject={s}&in=km&figure_gte=4.5", subject), "value"))
                .isEqualTo("miles 1");
    }

    @Test
    void namesAreShownBesideWhatIsToBeSent() {
        var claimant = unique("claimant");
        var first = unique("a subject");
        var second = unique("b subject");
        for (var subject : List.of(second, first, second)) {
            Given.claim("\"figure\":" + subject.length() + ",\"note\":\"x\","
                    + rest(subject)
                            .replace("Claimant of " + subject, claimant)
                            .replace("/a\"", "/" + unique("s").replace(' ', '-') + "\""));
        }
        Given.claim("\"figure\":9," + rest("").replace("\"subject\":\"\",", "").replace("Claimant of ", claimant));
        var bySubject = facets("field=subject&claimant={c}", claimant);
        assertThat(shown(bySubject, "label")).isEqualTo(second + " 2, " + first + " 1");
        var byClaimant = facets("field=claimant&claimant={c}", claimant);
        assertThat(shown(byClaimant, "label")).isEqualTo(claimant + " 4");
        for (var facet : List.of(bySubject, byClaimant)) {
            var field = facet == bySubject ? "subject" : "claimant";
            var value = facet.getString("items[0].value");
            assertThat(list(field + "={v}&claimant={c}", value, claimant).getList("items"))
                    .hasSize(facet.getInt("items[0].count"));
        }
        assertThat(bySubject.getString("count_kind")).isEqualTo("exact");
    }

    @Test
    void publishersAreThoseOfTheSources() {
        var subject = unique("published");
        var publisher = unique("The Times");
        for (int i = 0; i < 3; i++) {
            var source = unique("p").replace(' ', '-');
            var claim = Given.claim("\"figure\":" + i + "," + rest(subject).replace("/a\"", "/" + source + "\""));
            if (i > 0) {
                Given.patch(
                                "/v1/sources/" + when().get(claim).path("source_id"),
                                "{\"publisher\":\"" + publisher + "\"}")
                        .then()
                        .statusCode(200);
            }
        }
        assertThat(shown(facets("field=publisher&subject={s}", subject), "value"))
                .isEqualTo(publisher + " 2");
        assertThat(list("publisher={p}&sort=figure", publisher).<Integer>getList("items.figure"))
                .containsExactly(1, 2);
        assertThat(list("publisher=nobody-prints-that").getList("items")).isEmpty();
    }

    @Test
    void pagesGoOnBehindTheLastEvenWhereCountsAreEqual() {
        var claimant = unique("pages");
        for (int i = 0; i < 7; i++) {
            for (int n = 0; n <= i / 3; n++) {
                Given.claim("\"figure\":" + n + ","
                        + rest("subject " + i + " of " + claimant).replaceAll("Claimant of [^\"]*", claimant));
            }
        }
        var whole = facets("field=subject&claimant={c}", claimant);
        var paged = new ArrayList<String>();
        String next = null;
        do {
            var page = next == null
                    ? facets("field=subject&claimant={c}&limit=2", claimant)
                    : facets("field=subject&claimant={c}&limit=2&cursor={n}", claimant, next);
            paged.addAll(page.getList("items.value"));
            next = page.getString("next");
        } while (next != null);
        assertThat(paged).hasSize(7).isEqualTo(whole.<String>getList("items.value"));
        var cursor = facets("field=subject&claimant={c}&limit=2", claimant).getString("next");
        given().get("/v1/facets?field=unit&claimant={c}&cursor={n}", claimant, cursor)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            field=size                  | unknown_value     | field
            unit=km                     | missing_parameter | field
            field=unit&sort=date        | unknown_parameter | sort
            field=unit&narrower=true    | misplaced_parameter | narrower
            """)
    void whatIsWrongIsNamed(String query, String code, String parameter) {
        given().get("/v1/facets?" + query)
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("errors[0].parameter", is(parameter));
    }

    @Test
    void manyAreEstimatedAndTheAnswerSaysSo() {
        var subject = unique("many");
        var first = when().get(Given.claim(subject, "\"figure\":1"));
        multiply(UUID.fromString(first.path("id")));
        var exact = list("subject={s}&limit=1&count=exact", subject);
        assertThat(exact.getInt("count")).isEqualTo(MANY);
        assertThat(exact.getString("count_kind")).isEqualTo("exact");
        var estimated = list("subject={s}&limit=1&count=estimated", subject);
        assertThat(estimated.getInt("count")).isBetween(MANY / 2, MANY * 2);
        assertThat(estimated.getString("count_kind")).isEqualTo("estimated");
        QuarkusTransaction.requiringNew().run(() -> {
            var where = new Where()
                    .and("c.subject_id = (select id from subject where slug = ?)", (String) first.path("subject_slug"));
            assertThat(Counts.exceeds(MANY, where)).isFalse();
            assertThat(Counts.exceeds(MANY - 1, where)).isTrue();
            assertThat(Counts.exceeds(MANY / 10, where)).isTrue();
            var sampled = new Facets(FacetField.SUBJECT, 50);
            var counted = sampled.behind(null, where, 2);
            assertThat(sampled.countKind()).isEqualTo("estimated");
            assertThat(counted).hasSize(1).isEqualTo(sampled.behind(null, where, 2));
            assertThat(counted.get(0).view().count()).isBetween(MANY / 2L, MANY * 2L);
            assertThat(sampled.behind(counted.get(0).place(), where, 2)).isEmpty();
        });
    }

    @Test
    void fewAreCountedEvenWhereAnEstimateWillDo() {
        var subject = unique("few");
        Given.claim(subject, "\"figure\":1");
        Given.claim(subject, "\"figure\":2");
        var page = list("subject={s}&limit=1&count=estimated", subject);
        assertThat(page.getInt("count")).isEqualTo(2);
        assertThat(page.getString("count_kind")).isEqualTo("exact");
        var next = list("subject={s}&limit=1&count=exact&cursor={c}", subject, page.getString("next"));
        assertThat(next.getInt("count")).isEqualTo(2);
        assertThat(list("subject={s}", subject).<String, Object>getMap("").keySet())
                .containsExactlyInAnyOrder("items", "next");
        given().get("/v1/claims?count=some").then().statusCode(400).body("code", is("unknown_value"));
    }

    /** So many of that claim, which the planner then knows of. */
    private void multiply(UUID claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("""
                        insert into claim (id, claimant_id, subject_id, source_id, figure, qualifier, low, low_open, high,
                          high_open, likely_low, likely_low_open, likely_high, likely_high_open, rule, unit, date,
                          date_start, date_end, status, version, created_at, updated_at)
                        select gen_random_uuid(), claimant_id, subject_id, source_id, n, qualifier, n, false, n, false, n,
                          false, n, false, rule, unit, date, date_start, date_end, status, version, created_at, updated_at
                        from claim, generate_series(2, :many) n where id = :id""")
                        .setParameter("many", MANY)
                        .setParameter("id", claim)
                        .executeUpdate());
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("analyze claim").executeUpdate());
    }

    private static JsonPath facets(String query, Object... values) {
        return given().get("/v1/facets?" + query, values)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String shown(JsonPath facets, String by) {
        var names = facets.<String>getList("items." + by);
        var counts = facets.<Integer>getList("items.count");
        var shown = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            shown.add(names.get(i) + " " + counts.get(i));
        }
        return String.join(", ", shown);
    }
}
