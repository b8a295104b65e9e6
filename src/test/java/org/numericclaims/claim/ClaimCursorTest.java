package org.numericclaims.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.unique;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** What no file of a test is long enough, or slow enough, to show over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimCursorTest {

    /** More than are fetched ahead when it is opened. */
    private static final int MANY = 700;

    private static final String ABOUT = "subject_id = (select id from subject where name = ?)";

    @Inject
    AgroalDataSource database;

    @Test
    void moreThanAFileCanHoldIsRefusedBeforeItsFirstByte() throws SQLException {
        var subject = subjectOf(3);
        try (var three = about(subject)) {
            three.begin(3);
            assertThat(left(three)).isEqualTo(3);
        }
        try (var tooMany = about(subject)) {
            assertThatThrownBy(() -> tooMany.begin(2)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
                assertThat(problem.getStatusCode()).isEqualTo(422);
                assertThat(problem.getParameters()).containsEntry("code", "too_many_rows");
                assertThat(problem.getDetail()).startsWith("More than 2 claims match");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, Integer.MAX_VALUE})
    void aReaderWhoLeavesBeforeTheFirstClaimIsFoundStopsTheSearch(int most) throws Exception {
        Given.claim(unique("slow"), "\"figure\":0");
        try (var slow = open(new Where().and("pg_sleep(10) is not null"))) {
            var begin = CompletableFuture.runAsync(() -> {
                try {
                    slow.begin(most);
                } catch (SQLException e) {
                    throw new CompletionException(e);
                }
            });
            while (!isSearching()) {
                assertThat(begin).isNotDone();
                Thread.sleep(50);
            }
            slow.cancel();
            assertThatThrownBy(begin::join).hasStackTraceContaining("canceling statement due to user request");
        }
    }

    private boolean isSearching() throws SQLException {
        try (var db = database.getConnection();
                var look = db.createStatement();
                var row = look.executeQuery("select exists(select from pg_stat_activity"
                        + " where wait_event = 'PgSleep' and datname = current_database())")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void allAreAsTheyStoodWhenItWasOpened() throws SQLException {
        var subject = subjectOf(MANY);
        try (var claims = about(subject)) {
            claims.begin(Integer.MAX_VALUE);
            claims.next();
            Given.claim(subject, "\"figure\":0");
            try (var db = database.getConnection();
                    var change = db.prepareStatement("update claim set note = 'late' where " + ABOUT)) {
                change.setString(1, subject);
                assertThat(change.executeUpdate()).isEqualTo(MANY + 1);
            }
            int seen = 1;
            for (var claim = claims.next(); claim.isPresent(); claim = claims.next()) {
                assertThat(((ClaimView) claim.get()).note()).isNull();
                seen++;
            }
            assertThat(seen).isEqualTo(MANY);
        }
    }

    private ClaimCursor about(String subject) throws SQLException {
        return open(new Where().and("c." + ABOUT, subject));
    }

    private ClaimCursor open(Where which) throws SQLException {
        var asked = new ClaimSelection(AsOf.NOW, which, ClaimOrder.of("date"), null, ClaimField.ALL);
        return ClaimCursor.open(database, asked, ForkJoinPool.commonPool());
    }

    private static int left(ClaimCursor claims) throws SQLException {
        int n = 0;
        while (claims.next().isPresent()) {
            n++;
        }
        return n;
    }

    /** A subject of so many claims. */
    private static String subjectOf(int claims) {
        var subject = unique("cursor");
        var file = IntStream.rangeClosed(1, claims)
                .mapToObj(i -> "{\"figure\":" + i + "," + Given.rest(subject) + "}")
                .collect(Collectors.joining(",", "{\"claims\":[", "]}"));
        given().contentType("application/json")
                .body(file)
                .post("/v1/claims/import")
                .then()
                .statusCode(200)
                .body("created", is(claims));
        return subject;
    }
}
