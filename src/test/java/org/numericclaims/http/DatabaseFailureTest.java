package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseFailureTest {

    private static final String LIST = "GET /v1/claimants";

    @Inject
    AgroalDataSource pool;

    @Inject
    EntityManager em;

    @Test
    void aTableThatIsLockedIsBusy() throws Exception {
        assertThat(Raw.ask(LIST).status()).isEqualTo(200);
        try (var other = pool.getConnection()) {
            other.setAutoCommit(false);
            run(other, "lock table claimant");
            assertComesBack(Raw.ask(LIST).isProblem(503, "busy"));
            var body = "{\"name\":\"Locked out\"}".getBytes(UTF_8);
            assertComesBack(Raw.post("/v1/claimants", body, "Content-Type: application/json")
                    .isProblem(503, "busy"));
            assertThat(Raw.ask("GET /health/live").status()).isEqualTo(200);
        }
        assertThat(Raw.ask(LIST).status()).isEqualTo(200);
    }

    /** A merger that has the one claimant waits for the other, whose holder then waits for the first. */
    @Test
    void whatADeadlockTookBackIsDoneAfterAll() throws Exception {
        var claimants = List.of(Things.add("claimants"), Things.add("claimants"));
        try (var other = pool.getConnection()) {
            other.setAutoCommit(false);
            run(other, "set local deadlock_timeout = '1min'"); // so that the merger is what is taken back
            run(other, lock(claimants.get(1)));
            var merger = CompletableFuture.supplyAsync(() -> merge(claimants.get(0), claimants.get(1)));
            while (ask(other, "select count(*) from pg_locks where not granted").equals("0")) {
                Thread.sleep(20);
            }
            run(other, lock(claimants.get(0)));
            other.rollback();
            assertThat(merger.join()).isEqualTo(200);
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionIsOverloaded() throws Exception {
        onAllConnections(held -> {
            assertComesBack(Raw.ask(LIST).isProblem(503, "overloaded"));
            assertThat(Raw.ask("GET /health/live").status()).isEqualTo(200);
        });
        assertThat(Raw.ask(LIST).status()).isEqualTo(200);
    }

    @Test
    void aStatementThatTakesTooLongIsCancelledAndTheProblemSaysHowToNarrowIt() throws Exception {
        onAllConnections(held -> runOnEach(held, "set statement_timeout = '50ms'"));
        try (var other = pool.getConnection()) {
            other.setAutoCommit(false);
            run(other, "set local statement_timeout = 0"); // it may have to wait for the autovacuum
            run(other, "lock table claim");
            var answer = Raw.ask("GET /v1/claims").isProblem(503, "query_timeout");
            assertComesBack(answer);
            assertThat(answer.body()).contains("narrow it", "'subject'", "'date_gte'");
        } finally {
            onAllConnections(held -> runOnEach(held, "reset statement_timeout"));
        }
        assertThat(Raw.ask("GET /v1/claims").status()).isEqualTo(200);
    }

    @Test
    void everyConnectionHasItsLimits() throws SQLException {
        try (var connection = pool.getConnection()) {
            assertThat(ask(connection, "show lock_timeout")).isEqualTo("2s");
            assertThat(ask(connection, "show statement_timeout")).isEqualTo("15s");
            assertThat(ask(connection, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(ask(connection, "show jit")).isEqualTo("off");
        }
    }

    @Test
    void aConnectionThatIsCutAtCommitIsUnavailable() {
        var thrown = catchThrowable(() -> QuarkusTransaction.requiringNew().run(this::cutOwnConnection));
        assertThat(DatabaseFailure.behind(thrown)).as("%s", thrown).contains(DatabaseFailure.UNAVAILABLE);
    }

    /** As where its server is stopped: the pool waits for it in vain, and tells no SQLState. */
    @Test
    void aConnectionThatCannotBeMadeInTimeIsUnavailable() {
        var thrown = new PersistenceException(
                new SQLException("Acquisition timeout while waiting for new connection", new TimeoutException()));
        assertThat(DatabaseFailure.behind(thrown)).contains(DatabaseFailure.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "55P03,busy",
        "40P01,busy",
        "40001,busy",
        "57014,query_timeout",
        "53100,storage_full",
        "53300,overloaded",
        "08001,database_unavailable",
        "08006,database_unavailable",
        "57P01,database_unavailable",
        "57P03,database_unavailable",
        "28P01,database_unavailable",
        "23503,in_use"
    })
    void eachStateHasItsCodeWhereverItIsInTheChain(String state, String code) {
        var cause = new SQLException("select secret", state);
        var atCommit = new RollbackException("no");
        atCommit.addSuppressed(new PersistenceException(cause));
        for (var thrown : new Throwable[] {new PersistenceException(cause), new IllegalStateException(atCommit)}) {
            var problem = DatabaseFailure.behind(thrown).orElseThrow().problem();
            assertThat(problem.getParameters()).containsEntry("code", code);
            assertThat(problem.getDetail()).doesNotContain("secret");
            assertThat(problem.getHeaders().containsKey("Retry-After")).isEqualTo(problem.getStatusCode() == 503);
        }
        assertThat(DatabaseFailure.behind(new SQLException("a bug", "42601"))).isEmpty();
    }

    private static String lock(String claimant) {
        return "select id from claimant where slug = '" + claimant.replaceFirst(".*/", "") + "' for update";
    }

    private static int merge(String from, String into) {
        try {
            return Request.of("POST", from + "/merge")
                    .with("Content-Type", "application/json")
                    .withBody(Things.into(into))
                    .send()
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cutOwnConnection() {
        var pid = em.createNativeQuery("select pg_backend_pid()", Integer.class).getSingleResult();
        QuarkusTransaction.suspendingExisting().call(() -> {
            try (var other = pool.getConnection()) {
                run(other, "select pg_terminate_backend(" + pid + ", 5000)");
            }
            return pid;
        });
    }

    private interface Task {
        void run(List<Connection> held) throws Exception;
    }

    /** Does it while it has all connections of the pool. */
    private void onAllConnections(Task task) throws Exception {
        var held = new ArrayList<Connection>();
        try {
            for (int i = 0;
                    i < pool.getConfiguration().connectionPoolConfiguration().maxSize();
                    i++) {
                held.add(pool.getConnection());
            }
            task.run(held);
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static void runOnEach(List<Connection> held, String sql) throws SQLException {
        for (var connection : held) {
            run(connection, sql);
        }
    }

    private static void assertComesBack(Raw.Answer answer) {
        assertThat(answer.headers().get("Retry-After")).matches("[1-9]\\d*");
        assertThat(answer.body()).doesNotContainIgnoringCase("select", "claimant_", "lock_timeout", "SQL");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
