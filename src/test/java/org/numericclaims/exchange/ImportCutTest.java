package org.numericclaims.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

/** An import that breaks off in the middle leaves nothing: no claim, no name, no lock. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportCutTest {

    private static final int ROWS = 3_000;

    /** Looked at, not tried: an import that begins meanwhile would find its turn taken. */
    private static final String RUNNING =
            "select count(*) from pg_locks where locktype = 'advisory' and (cast(classid as bigint) << 32 | cast(objid as bigint))"
                    + " in (hashtextextended('import 1', 0), hashtextextended('import 2', 0))";

    @Inject
    EntityManager em;

    @ParameterizedTest
    @CsvSource({
        "stop, Content-Length: 100000000",
        "stop, Transfer-Encoding: chunked",
        "skip, Content-Length: 100000000",
        "skip, Transfer-Encoding: chunked"
    })
    void aClientThatGoesLeavesNothing(String onError, String length) throws IOException {
        var name = unique("cut off");
        var socket = begin(name, onError, length);
        await(() -> count(RUNNING) > 0);
        socket.close();
        await(() -> count(RUNNING) == 0);
        nothingIsLeft(name);
    }

    @Test
    void aDatabaseSessionThatDiesLeavesNothing() throws IOException {
        var name = unique("terminated");
        try (var socket = begin(name, "skip", "Content-Length: 100000000")) {
            await(() -> count(RUNNING) > 0);
            count("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'"
                    + " and (cast(classid as bigint) << 32 | cast(objid as bigint)) = hashtextextended('import 1', 0)");
            socket.getOutputStream().write((row(name, 0).repeat(ROWS)).getBytes(UTF_8));
            var status = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(status).isEqualTo("HTTP/1.1 503");
        }
        await(() -> count(RUNNING) == 0);
        nothingIsLeft(name);
    }

    @Test
    void aThirdAtOnceIsToldToComeBack() throws IOException {
        var name = unique("third");
        var file = "figure,unit,claimant,date,source\n" + row(name, 1);
        var length = "Content-Length: 100000000";
        var first = begin(unique("first"), "skip", length);
        var second = begin(unique("second"), "skip", length);
        try {
            await(() -> count(RUNNING) == 2);
            load(file)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "30")
                    .body("code", is("busy"));
            nothingIsLeft(name);
            first.close();
            await(() -> count(RUNNING) == 1);
            load(file).then().statusCode(200).body("created", is(1));
        } finally {
            first.close();
            second.close();
        }
        await(() -> count(RUNNING) == 0);
    }

    /** Who reads, and who names others, is not kept waiting. */
    @Test
    void whoNamesWhatARunningImportMakesIsToldToComeBack() throws IOException {
        var name = unique("being made");
        var socket = begin(name, "skip", "Content-Length: 100000000");
        try {
            await(() -> count(RUNNING) > 0);
            await(() -> count("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                            + " and query ilike '%copy%import_row%'")
                    > 0);
            given().get("/v1/claimants?q={name}", name).then().statusCode(200);
            add(unique("another")).then().statusCode(201);
            add(name).then().statusCode(503).header("Retry-After", "1").body("code", is("busy"));
        } finally {
            socket.close();
        }
        await(() -> count(RUNNING) == 0);
        add(name).then().statusCode(201);
    }

    private static Response add(String claimant) {
        return given().contentType("application/json")
                .body("{\"figure\":1,\"unit\":\"people\",\"date\":\"2025\",\"source\":\"A book\",\"claimant\":\""
                        + claimant + "\"}")
                .post("/v1/claims");
    }

    /** Sends a few batches of an import that would go on. */
    private static Socket begin(String name, String onError, String length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(30_000);
        var rows = new StringBuilder("figure,unit,claimant,date,source\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(row(name, i));
        }
        var chunk = length.startsWith("Transfer") ? Integer.toHexString(rows.length()) + "\r\n" + rows + "\r\n" : rows;
        var out = socket.getOutputStream();
        out.write(("POST /v1/claims/import?on_error=" + onError
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + length + "\r\n\r\n" + chunk)
                .getBytes(UTF_8));
        out.flush();
        return socket;
    }

    private static Response load(String file) {
        return given().contentType("text/csv;charset=utf-8").body(file).post("/v1/claims/import");
    }

    private static String row(String name, int figure) {
        return figure + ",people," + name + ",2025,Newspaper of " + name + "\n";
    }

    private void nothingIsLeft(String name) {
        assertThat(count("select count(*) from claimant where name = '" + name + "'"))
                .isZero();
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) em.createNativeQuery(sql, Long.class).getSingleResult());
    }

    private static void await(BooleanSupplier done) {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
