package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numericclaims.app.DatabaseBehind.behind;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    // one folder for all tests, because unpacking takes seconds; each test starts and closes its own server
    @TempDir
    static Path temporary;

    private final Path folder = temporary.resolve("data");

    @Test
    void whatIsAcknowledgedIsOnTheDisk() throws Exception {
        try (var database = EmbeddedPostgres.start(folder, Map.of("work_mem", "5MB"))) {
            assertThat(behind(database).ask("show fsync")).isEqualTo("on");
            assertThat(behind(database).ask("show synchronous_commit")).isEqualTo("on");
            assertThat(behind(database).ask("show full_page_writes")).isEqualTo("on");
            assertThat(behind(database).ask("show work_mem")).isEqualTo("5MB");
            assertThat(behind(database).ask("show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void searchKnowsLettersAndPunctuationBeyondAscii() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            assertThat(behind(database).ask("select to_tsvector('simple', '«Übergröße» – Łódź')::text"))
                    .isEqualTo("'übergröße':1 'łódź':2");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "claims", "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThat(behind(database).ask("select distinct auth_method from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(permissions("password")).isEqualTo("rw-------");
            assertThat(permissions("pgdata")).isEqualTo("rwx------");
            assertThat(permissions("")).isEqualTo("rwx------");
            assertThat(database.password()).hasSize(64);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            assertThat(behind(database).ask("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(behind(database).ask("show unix_socket_directories")).isEmpty();
            var port =
                    URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
            for (var address : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList()) {
                assertThatThrownBy(() -> connect(new InetSocketAddress(address, port)))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void dataSurvivesCloseAndStart() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            behind(database).run("create table survivor as select 1 as figure");
        }
        assertThat(folder.resolve("pgdata/postmaster.pid")).doesNotExist();
        try (var database = EmbeddedPostgres.start(folder)) {
            assertThat(behind(database).ask("select figure from survivor")).isEqualTo("1");
        }
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, 1000);
        }
    }
}
