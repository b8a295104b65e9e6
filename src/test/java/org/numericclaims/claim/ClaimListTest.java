package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimListTest {

    @Inject
    EntityManager em;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            figure_gte=900000                                   | 1000000
            figure_gte=900000&match=stated                      | 1000000
            figure_gte=900000&match=possible                    | 1000000 818000
            figure_gte=900000&match=certain                     |
            figure_gte=900000&match=likely                      | 1000000
            figure_gte=818000&match=certain                     | 818000
            figure_lte=818000                                   | 818000 150000
            figure_lte=818000&match=possible                    | 1000000 150000
            figure_lte=160000&match=certain                     | 150000
            figure_gte=150001&figure_lte=160000&match=possible  | 150000
            figure_gte=155000&figure_lte=155000&match=likely    | 150000
            figure_gte=155001&figure_lte=8.9e5&match=likely     | 818000
            """)
    void theFigureIsReadAsTheFilterSays(String query, String figures) {
        var subject = unique("match");
        Given.claim(subject, "\"figure\":1000000,\"qualifier\":\"almost\"");
        Given.claim(subject, "\"figure\":818000,\"qualifier\":\"over\"");
        Given.claim(subject, "\"figure\":150000,\"qualifier\":\"about\"");
        var found = list("subject={s}&sort=-figure&" + query, subject).getList("items.figure");
        assertThat(found.stream()
                        .map(Object::toString)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""))
                .isEqualTo(figures == null ? "" : figures);
    }

    @Test
    void anEndThatIsLeftOutIsNotTouched() {
        var subject = unique("open ends");
        Given.claim("\"figure\":5,\"qualifier\":\"under\"," + rest(subject).replace("people", "%"));
        assertThat(list("subject={s}&figure_gte=5&match=possible", subject).getList("items"))
                .isEmpty();
        assertThat(list("subject={s}&figure_gte=4.9&match=possible", subject).getList("items"))
                .hasSize(1);
        Given.claim("\"figure\":7,\"figure_to\":9,\"qualifier\":\"between\","
                + rest(subject).replace("people", "%"));
        assertThat(list("subject={s}&figure_gte=7&figure_lte=8", subject).getList("items"))
                .isEmpty();
        assertThat(list("subject={s}&figure_gte=7&figure_lte=9", subject).getList("items"))
                .hasSize(1);
    }

    @Test
    void filtersNarrowTheList() {
        var subject = unique("filters");
        var other = unique("other");
        Given.claim("\"figure\":1,\"period\":\"2024\"," + rest(subject));
        Given.claim("\"figure\":2,\"qualifier\":\"about\",\"period\":\"2022-02-24/..\"," + rest(subject));
        Given.claim("\"figure\":3," + rest(subject).replace("2025-01-21", "2024-06"));
        Given.claim(
                "\"figure\":4," + rest(other).replace("people", "miles").replace("example.org/a", "EXAMPLE.org/b?"));
        Given.claim("\"figure\":5," + rest("").replace("\"subject\":\"\",", "").replace("of ", "of " + subject));
        assertThat(figures("subject={s}", subject)).containsExactly(2, 1, 3);
        assertThat(figures("subject={s}&subject={o}&sort=figure", subject, other))
                .containsExactly(1, 2, 3, 4);
        assertThat(figures("claimant={s}&sort=figure", "CLAIMANT OF " + subject))
                .containsExactly(1, 2, 3, 5);
        assertThat(figures("claimant={s}&classified=false", "Claimant of " + subject))
                .containsExactly(5);
        assertThat(figures("claimant={s}&classified=true&sort=figure", "Claimant of " + subject))
                .containsExactly(1, 2, 3);
        assertThat(figures("subject={s}&unit=mi", other)).containsExactly(4);
        assertThat(figures("subject={s}&unit=km", other)).isEmpty();
        assertThat(figures("subject={s}&source={u}", other, "https://example.org:443/b?"))
                .containsExactly(4);
        assertThat(figures("subject={s}&qualifier=about&qualifier=over", subject))
                .containsExactly(2);
        assertThat(figures("subject={s}&date_lte=2024", subject)).containsExactly(3);
        assertThat(figures("subject={s}&date_gte=2024-06-01&date_lte=2024-06-29", subject))
                .isEmpty();
        assertThat(figures("subject={s}&date_gte=2025", subject)).containsExactly(2, 1);
        assertThat(figures("subject={s}&period_overlaps=2022", subject)).containsExactly(2);
        assertThat(figures("subject={s}&period_overlaps=2026", subject)).isEmpty();
        assertThat(figures("subject={s}&period_within=2024/2025", subject)).containsExactly(1);
        assertThat(figures("subject={s}&period_within=2022/..", subject)).containsExactly(2, 1);
        assertThat(figures("subject={s}&updated_gte=2020-01-01T00:00:00Z&sort=figure", subject))
                .containsExactly(1, 2, 3);
        assertThat(figures("subject={s}&updated_gte=2100-01-01T00:00:00Z", subject))
                .isEmpty();
        assertThat(figures("subject=nothing-of-that-name")).isEmpty();
    }

    @Test
    void narrowerSubjectsAndMembersAreListedWhereAsked() {
        var wide = unique("wide");
        var narrow = unique("narrow");
        var first = when().get(Given.claim(wide, "\"figure\":1"));
        var second = when().get(Given.claim(narrow, "\"figure\":2"));
        Given.patch(
                        "/v1/subjects/" + second.path("subject_slug"),
                        "{\"broader\":\"" + first.path("subject_slug") + "\"}")
                .then()
                .statusCode(200);
        Given.patch(
                        "/v1/claimants/" + second.path("claimant_slug"),
                        "{\"member_of\":\"" + first.path("claimant_slug") + "\"}")
                .then()
                .statusCode(200);
        assertThat(figures("subject={s}", wide)).containsExactly(1);
        assertThat(figures("subject={s}&narrower=true&sort=figure", wide)).containsExactly(1, 2);
        assertThat(figures("claimant={c}&member=true&sort=figure", "Claimant of " + wide))
                .containsExactly(1, 2);
        assertThat(figures("claimant={c}&member=false", "Claimant of " + wide)).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claimnt=x                        | 400 | unknown_parameter   | claimnt
            q=x&q=y                          | 400 | repeated_parameter  | q
            as_of=2025-01-01                 | 400 | malformed_parameter | as_of
            subject=                         | 400 | empty_parameter     | subject
            narrower=true&narrower=true      | 400 | repeated_parameter  | narrower
            narrower=yes&subject=x           | 400 | malformed_parameter | narrower
            narrower=true                    | 400 | misplaced_parameter | narrower
            member=true                      | 400 | misplaced_parameter | member
            match=likely                     | 400 | misplaced_parameter | match
            match=maybe&figure_gte=1         | 400 | unknown_value       | match
            figure_gte=1e400                 | 400 | malformed_parameter | figure_gte
            figure_gte=abc                   | 400 | malformed_parameter | figure_gte
            figure_gte=5&figure_lte=4        | 422 | range_reversed      | figure_gte
            date_gte=2025-02-30              | 400 | malformed_parameter | date_gte
            date_gte=2025&date_lte=2024      | 422 | range_reversed      | date_gte
            period_overlaps=2024/            | 400 | malformed_parameter | period_overlaps
            period_within=..                 | 400 | malformed_parameter | period_within
            unit=km/hh                       | 400 | unknown_unit        | unit
            qualifier=roughly                | 400 | unknown_value       | qualifier
            status=gone                      | 400 | unknown_value       | status
            part_of=abc                      | 400 | malformed_parameter | part_of
            updated_gte=2025                 | 400 | malformed_parameter | updated_gte
            updated_gte=%2B999999999-12-31T23:59:59Z | 400 | malformed_parameter | updated_gte
            updated_gte=-0001-12-31T23:59:59Z | 400 | malformed_parameter | updated_gte
            sort=size                        | 400 | unknown_value       | sort
            sort=relevance                   | 400 | misplaced_parameter | sort
            fields=size                      | 400 | unknown_value       | fields
            limit=501                        | 400 | malformed_parameter | limit
            cursor=abc                       | 400 | invalid_cursor      | cursor
            """)
    void aFilterThatIsWrongIsNamed(String query, int status, String code, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/v1/claims?" + query)
                .then()
                .statusCode(status)
                .body("code", is(code))
                .body("errors[0].parameter", is(parameter));
    }

    @Test
    void aCursorBelongsToItsFilterAndOrder() {
        var subject = unique("cursor");
        for (int i = 0; i < 3; i++) {
            Given.claim(subject, "\"figure\":" + i);
        }
        var next = list("subject={s}&limit=1", subject).getString("next");
        given().get("/v1/claims?subject={s}&limit=2&cursor={c}", subject, next)
                .then()
                .statusCode(200);
        given().get("/v1/claims?subject={s}&sort=figure&cursor={c}", subject, next)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
        given().get("/v1/claims?cursor={c}", next).then().statusCode(400);
        given().get("/v1/claims?subject={s}&limit=1", subject).then().header("Link", containsString("rel=\"next\""));
    }

    @ParameterizedTest
    @CsvSource({"date", "-date", "figure", "-figure", "created_at", "-created_at", "updated_at", "-updated_at"})
    void pagesHaveNoGapAndNoRepeatWhateverTheOrder(String sort) {
        var subject = unique("pages");
        for (int i = 0; i < 9; i++) {
            var date = List.of("2024", "2024-12", "2024-12-31").get(i % 3);
            Given.claim("\"figure\":" + (i / 2) + ",\"note\":\"" + i + "\","
                    + rest(subject).replace("2025-01-21", date).replace("/a\"", "/" + i + "\""));
        }
        var inPages = walk("subject={s}&limit=2&sort=" + sort, subject);
        var atOnce = list("subject={s}&sort=" + sort, subject).<String>getList("items.id");
        assertThat(inPages).hasSize(9).isEqualTo(atOnce);
        var reversed = new ArrayList<>(atOnce);
        Collections.reverse(reversed);
        var back = sort.startsWith("-") ? sort.substring(1) : "-" + sort;
        assertThat(list("subject={s}&sort=" + back, subject).<String>getList("items.id"))
                .isEqualTo(reversed);
    }

    @Test
    void pagesHaveNoGapAndNoRepeatWhileOthersWrite() throws Exception {
        var subject = unique("busy");
        var before = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            before.add(Given.claim(subject, "\"figure\":" + i));
        }
        var goOn = new AtomicBoolean(true);
        var writer = new Thread(() -> {
            for (int i = 100; goOn.get(); i++) {
                Given.claim(subject, "\"figure\":" + i);
            }
        });
        writer.start();
        try {
            var seen = walk("subject={s}&limit=2&sort=-created_at", subject);
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen)
                    .containsAll(before.stream()
                            .map(a -> a.substring(a.lastIndexOf('/') + 1))
                            .toList());
        } finally {
            goOn.set(false);
            writer.join();
        }
    }

    @Test
    void onlyTheFieldsThatWereAskedAreShown() {
        var subject = unique("fields");
        Given.claim(subject, "\"figure\":5");
        var item = list("subject={s}&fields=figure&fields=subject&limit=1", subject)
                .getMap("items[0]");
        assertThat(item).isEqualTo(java.util.Map.of("figure", 5, "subject", subject));
    }

    @Test
    void aPageOfFiftyCostsThreeStatements() {
        var subject = unique("statements");
        for (int i = 0; i < 51; i++) {
            Given.claim(subject, "\"figure\":" + i);
        }
        list("subject={s}", subject);
        statements("create extension if not exists pg_stat_statements");
        statements("select pg_stat_statements_reset()");
        assertThat(list("subject={s}", subject).getList("items")).hasSize(50);
        var calls = em.createNativeQuery("select coalesce(sum(calls), 0) from pg_stat_statements"
                        + " where query ~* '^(select|with|insert|update|delete)' and query !~ 'pg_stat_statements'")
                .getSingleResult();
        assertThat(((Number) calls).intValue())
                .as("what the name means, which claims they are, what they say")
                .isEqualTo(3);
    }

    private void statements(String sql) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> em.unwrap(org.hibernate.Session.class).doWork(db -> {
                    try (var statement = db.createStatement()) {
                        statement.execute(sql);
                    }
                }));
    }

    private static List<Integer> figures(String query, Object... values) {
        return list(query, values).getList("items.figure");
    }

    private static List<String> walk(String query, String subject) {
        var ids = new ArrayList<String>();
        var page = list(query, subject);
        ids.addAll(page.getList("items.id"));
        while (page.getString("next") != null) {
            page = list(query + "&cursor={c}", subject, page.getString("next"));
            ids.addAll(page.getList("items.id"));
        }
        return ids;
    }
}
