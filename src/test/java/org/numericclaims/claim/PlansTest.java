package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/**
 * Each filter alone and each pair that a dashboard uses is answered by an index: the statements that the service sends
 * are taken from PostgreSQL's log, with their values, and their plans are read.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

    /** PostgreSQL knows a hundred bins of a column, and takes a part of one for no less. */
    private static final int HISTOGRAM_BIN = 100_000 / 100;

    private static final Pattern ENTRY = Pattern.compile("(?m)^[\\d-]+ [\\d:.]+ \\S+ \\[\\d+] ");

    /** 100,000 claims in 200 subjects, a fifth of them in the first, of 100 claimants, over ten years. */
    private static final String CLAIMS = """
            insert into claim (id, claimant_id, subject_id, source_id, figure, qualifier, low, low_open, high, high_open,
                               likely_low, likely_low_open, likely_high, likely_high_open, rule, unit, date, date_start,
                               date_end, period, period_start, period_end, quote, status, version, created_at, updated_at)
            select gen_random_uuid(), md5('plan claimant ' || i % 100)::uuid,
                   md5('plan subject ' || case when i % 5 = 0 then 0 else i % 200 end)::uuid,
                   md5('plan source ' || i % 1000)::uuid, i, (array['plain', 'about', 'over'])[1 + i % 3], i, false,
                   case when i % 3 < 2 then i end, i % 3 = 2,
                   i, false, i, false, 1, (array['people', 'tonnes', 'USD'])[1 + i % 3], d::text, d, d,
                   to_char(d, 'YYYY'), date_trunc('year', d), date_trunc('year', d) + interval '1 year - 1 day', 'quoted' || i % 997, 'active', 1,
                   now() - i * interval '1 minute', now() - i * interval '1 minute'
            from (select i, date '2016-01-01' + (i * 7919) % 3650 as d from generate_series(1, 100000) i) made
            """;

    /** Two places for each claim, and an assessment. */
    private static final List<String> PARTS = List.of("""
            insert into appearance (claim_id, number, source_id, date)
            select id, n, md5('plan source ' || (cast(figure as integer) * 7 + n) % 1000)::uuid, '2025'
            from claim, generate_series(1, 2) n
            where claimant_id in (select id from claimant where slug like 'plan-claimant-%')""", """
            insert into assessment (claim_id, number, reviewer, rating)
            select id, 1, 'Reviewer ' || cast(figure as integer) % 100, 'false' from claim
            where claimant_id in (select id from claimant where slug like 'plan-claimant-%')""");

    @Inject
    DataSource database;

    @BeforeAll
    void fill() throws Exception {
        try (var db = database.getConnection()) {
            run(db, "set statement_timeout = 0; set session_replication_role = replica"); // nothing here needs to be
            // worked out
            run(
                    db,
                    named(
                            "claimant",
                            "slug, name, kind, aliases",
                            "'plan-claimant-' || i, 'p' || i, 'other', '{}'",
                            100));
            run(db, named("subject", "slug, name, kind, aliases", "'plan-subject-' || i, 'p' || i, 'flow', '{}'", 200));
            run(db, named("source", "url, publisher", "'https://plans.example/' || i, 'Plans ' || i % 9", 1000));
            run(db, CLAIMS);
            for (var sql : PARTS) {
                run(db, sql);
            }
            run(db, "analyze claim, claimant, subject, source, appearance, assessment");
            run(db, "reset all");
            log(db, "set log_min_duration_statement = 0");
        }
    }

    @AfterAll
    void empty() throws Exception {
        try (var db = database.getConnection()) {
            log(db, "reset log_min_duration_statement");
            run(db, "set statement_timeout = 0; set session_replication_role = replica");
            for (var part : List.of("appearance", "assessment")) {
                run(
                        db,
                        "delete from " + part + " where claim_id in (select id from claim where claimant_id in"
                                + " (select id from claimant where slug like 'plan-claimant-%'))");
            }
            run(
                    db,
                    "delete from claim where claimant_id in (select id from claimant where slug like 'plan-claimant-%')");
            run(db, "delete from claimant where slug like 'plan-claimant-%'");
            run(db, "delete from subject where slug like 'plan-subject-%'");
            run(db, "delete from source where url like 'https://plans.example/%'");
            run(db, "vacuum analyze claim, appearance, assessment");
            run(db, "reset all");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=date",
                "sort=figure",
                "sort=-figure",
                "sort=created_at",
                "sort=-updated_at",
                "subject=plan-subject-0",
                "subject=plan-subject-7",
                "subject=plan-subject-0&sort=figure",
                "subject=plan-subject-0&figure_gte=99000",
                "subject=plan-subject-0&date_gte=2020&date_lte=2020-02",
                "subject=plan-subject-0&claimant=plan-claimant-5",
                "subject=plan-subject-0&qualifier=about",
                "subject=plan-subject-0&unit=people",
                "subject=plan-subject-0&period_within=2020",
                "subject=plan-subject-0&figure_gte=50000&match=possible",
                "claimant=plan-claimant-5",
                "claimant=plan-claimant-5&date_gte=2020",
                "claimant=plan-claimant-5&unit=people",
                "unit=people",
                "unit=people&date_gte=2020",
                "qualifier=about",
                "date_gte=2020-03&date_lte=2020-03",
                "figure_gte=99990",
                "figure_gte=99990&match=possible",
                "figure_lte=10&match=certain",
                "figure_gte=99990&match=certain",
                "figure_gte=99990&match=likely",
                "figure_lte=10&match=likely",
                "figure_gte=500&figure_lte=600&match=possible",
                "figure_gte=500&figure_lte=600&match=certain",
                "figure_gte=500&figure_lte=600&match=likely",
                "period_within=2020",
                "period_overlaps=2020-06",
                "updated_gte=2020-01-01T00:00:00Z",
                "source=https://plans.example/5",
                "publisher=Plans 5",
                "publisher=Plans 5&subject=plan-subject-7",
                "in=t&figure_gte=99990",
                "in=t&subject=plan-subject-0&sort=figure",
                "q=quoted77",
                "q=quoted77 -w3",
                "q=quoted77&sort=relevance",
                "q=quoted77&subject=plan-subject-0",
                "as_of={now}",
                "as_of={now}&subject=plan-subject-0",
                "as_of={now}&subject=plan-subject-0&qualifier=about",
                "as_of={now}&claimant=plan-claimant-5",
                "as_of={now}&q=quoted77",
            })
    void isAnsweredByAnIndex(String query) throws Exception {
        var statements =
                asked("/v1/claims?" + query.replace("{now}", Instant.now().toString()));
        assertThat(statements).anyMatch(sql -> sql.contains("from claim c"));
        for (var sql : statements) {
            var plan = plan(sql);
            assertThat(plan).as("%s\n%s", query, sql).doesNotContain("Seq Scan on claim ");
            assertThat(sorted(plan))
                    .as("%s sorts that many rows\n%s", query, plan)
                    .isLessThanOrEqualTo(2 * HISTOGRAM_BIN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject=plan-subject-7",
                "claimant=plan-claimant-5",
                "q=quoted77",
                "date_gte=2020-03-01&date_lte=2020-03-02"
            })
    void facetsOfAFewClaimsAreAnsweredByAnIndex(String query) throws Exception {
        for (var field : FacetField.WORDS) {
            for (var sql : asked("/v1/facets?field=" + field + "&" + query)) {
                assertThat(plan(sql)).as("%s of %s\n%s", field, query, sql).doesNotContain("Seq Scan on claim ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions", "/versions/1", "?as_of="})
    void aClaimAndItsVersionsAreFoundByAnIndex(String what) throws Exception {
        var id = Given.list("subject=plan-subject-7&limit=1").getString("items[0].id");
        var statements = asked("/v1/claims/" + id + (what.endsWith("=") ? what + Instant.now() : what));
        assertThat(statements).anyMatch(sql -> sql.contains("from claim"));
        for (var sql : statements) {
            assertThat(plan(sql)).as("%s\n%s", what, sql).doesNotContain("Seq Scan on claim ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/appearances", "/appearances/1", "/assessments", "/assessments/1", "?format=jsonld"})
    void thePartsOfAClaimAreFoundByAnIndex(String what) throws Exception {
        var statements = asked(one() + what);
        assertThat(statements).anyMatch(sql -> sql.contains("from appearance") || sql.contains("from assessment"));
        areAnsweredByAnIndex(what, statements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /appearances | {"source": "A new place", "date": "2025"}
            /assessments | {"reviewer": "A new one", "rating": "false"}
            """)
    void whatStandsAlreadyIsFoundByAnIndex(String what, String body) throws Exception {
        var claim = one();
        var log = log(() -> given().contentType(ContentType.JSON)
                .body(body)
                .post(claim + what)
                .then()
                .statusCode(201));
        assertThat(statements(log)).anyMatch(sql -> sql.startsWith("select number"));
        areAnsweredByAnIndex(what, statements(log));
    }

    @Test
    void theSourcesOfAComparisonAreCountedByAnIndex() throws Exception {
        var statements = asked("/v1/subjects/plan-subject-7/comparison").stream()
                .filter(sql -> sql.contains("from appearance"))
                .toList();
        assertThat(statements).hasSize(1);
        areAnsweredByAnIndex("comparison", statements);
    }

    /** Else a plan for values of middling frequency takes over unseen, which no plan with the values shows. */
    @Test
    void aFilterIsPlannedForItsValuesHoweverOftenItIsAsked() throws Exception {
        var query = "/v1/claims?subject=plan-subject-0&qualifier=about&date_gte=2020";
        for (int i = 0; i < 12; i++) {
            given().get(query).then().statusCode(200);
        }
        assertThat(log(query)).containsPattern("execute <unnamed>: select [^\n]* from claim c where");
    }

    private static String one() {
        return "/v1/claims/" + Given.list("subject=plan-subject-7&limit=1").getString("items[0].id");
    }

    private void areAnsweredByAnIndex(String what, List<String> statements) throws SQLException {
        for (var sql : statements) {
            assertThat(plan(sql))
                    .as("%s\n%s", what, sql)
                    .doesNotContain("Seq Scan on claim ", "Seq Scan on appearance ", "Seq Scan on assessment ");
        }
    }

    /** Of the past nothing is kept that was worked out: what would take long is refused at once. */
    @Test
    void contradictionsOfThePastOfTooManyClaimsAreRefused() {
        for (var query : List.of("", "&subject=plan-subject-7")) {
            var answer = given().get("/v1/contradictions?as_of=" + Instant.now() + query);
            boolean few = !query.isEmpty();
            answer.then().statusCode(few ? 200 : 422).body("code", is(few ? null : "too_many_claims"));
        }
    }

    /** The most rows that any step of the plan sorts. */
    private static int sorted(String plan) {
        return Pattern.compile("Sort  \\(.*?rows=(\\d+)")
                .matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private String plan(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement();
                var row = statement.executeQuery("explain " + sql)) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return String.join("\n", lines);
        }
    }

    /** What the service asks the database to answer this, with the values in their places. */
    private List<String> asked(String path) throws Exception {
        return statements(log(path));
    }

    private String log(String path) throws Exception {
        return log(() -> given().get(path).then().statusCode(200));
    }

    /** What PostgreSQL logs of that, which it does before it answers. */
    private static String log(Runnable request) throws IOException {
        try (var file = new RandomAccessFile(TestDatabase.LOG.toFile(), "r")) {
            file.seek(file.length());
            request.run();
            return read(file);
        }
    }

    private static String read(RandomAccessFile file) throws IOException {
        var bytes = new byte[(int) (file.length() - file.getFilePointer())];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> statements(String log) {
        var found = new ArrayList<String>();
        for (var entry : ENTRY.split(log)) {
            var sql = Pattern.compile("LOG:  duration: .*? execute [^:]*: (.*)", Pattern.DOTALL)
                    .matcher(entry);
            if (sql.matches()) {
                found.add(sql.group(1).strip());
            } else if (entry.startsWith("DETAIL:") && !found.isEmpty()) {
                int last = found.size() - 1;
                found.set(last, filled(found.get(last), entry));
            }
        }
        return found.stream()
                .filter(sql -> sql.matches("(?s)(?i)(select|with).*"))
                .toList();
    }

    private static String filled(String sql, String values) {
        var all = Pattern.compile("\\$(\\d+) = ('[^']*+(?:''[^']*+)*+'|NULL)")
                .matcher(values)
                .results()
                .toList();
        var whole = sql;
        for (int i = all.size() - 1; i >= 0; i--) {
            whole = whole.replace("$" + all.get(i).group(1), all.get(i).group(2));
        }
        return whole;
    }

    private static void log(Connection db, String setting) throws Exception {
        run(db, "alter system " + setting);
        run(db, "select pg_reload_conf()");
        Thread.sleep(300); // PostgreSQL's processes take the setting up when they are told
    }

    private static String named(String table, String columns, String values, int many) {
        return "insert into %1$s (id, %2$s, version, created_at, updated_at)"
                .concat(" select md5('plan %1$s ' || i)::uuid, %3$s, 1, now(), now() from generate_series(0, %4$d) i")
                .formatted(table, columns, values, many);
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
