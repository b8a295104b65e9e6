package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service killed in the middle of an import: nothing of the file is kept, and nothing stands in its way. */
class KilledImportIT {

    private static final int ROWS = 3_000;
    private static final String FILE = "figure,unit,claimant,date,source,subject\n"
            + IntStream.rangeClosed(1, ROWS)
                    .mapToObj(row -> row + ",people,Somebody,2025,A newspaper,Something\n")
                    .collect(Collectors.joining());

    /** Looked at, not tried: an import that begins meanwhile would find its turn taken. */
    private static final String TURNS =
            "select count(*) from pg_locks where locktype = 'advisory' and (cast(classid as bigint) << 32 | cast(objid as bigint))"
                    + " in (hashtextextended('import 1', 0), hashtextextended('import 2', 0))";

    /** Whether an import has made whom its first rows name. */
    private static final String BEGUN =
            "select count(*) from pg_locks where relation = 'claimant'::regclass and mode = 'RowExclusiveLock'";

    @TempDir
    Path data;

    @Test
    void nothingOfItIsKeptAndTheFileCanBeSentAgain() throws Exception {
        try (var service = PackagedService.start(data, Map.of());
                var socket = begin(service);
                var db = database()) {
            await(db, TURNS, 1);
            await(db, BEGUN, 1);
            assertThat(socket.getInputStream().available()).isZero();
            service.kill();
        }
        try (var service = PackagedService.start(data, Map.of());
                var db = database()) {
            await(db, TURNS, 0);
            for (var table : List.of("claim", "claimant", "subject", "source")) {
                assertThat(count(db, "select count(*) from " + table)).as(table).isZero();
            }
            load(service).then().statusCode(200).body("created", is(ROWS)).body("duplicates", is(0));
        }
    }

    /** Sends the whole file as the beginning of one that would go on. */
    private static Socket begin(PackagedService service) throws IOException {
        var address = URI.create(service.address());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /v1/claims/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                + "Content-Length: 100000000\r\n\r\n" + FILE)
                        .getBytes(UTF_8));
        return socket;
    }

    private static Response load(PackagedService service) {
        return given().contentType("text/csv;charset=utf-8").body(FILE).post(service.address() + "/v1/claims/import");
    }

    private Connection database() throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("pgdata/postmaster.pid")).get(3);
        var password = Files.readString(data.resolve("password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "claims", password);
    }

    private static void await(Connection db, String count, long expected) throws Exception {
        for (int i = 0; i < 200 && count(db, count) != expected; i++) {
            Thread.sleep(50);
        }
        assertThat(count(db, count)).isEqualTo(expected);
    }

    private static long count(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
