package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numericclaims.app.DatabaseBehind.behind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresFaultsTest {

    // one folder for all tests, because unpacking takes seconds; each test starts and closes its own server
    @TempDir
    static Path temporary;

    private final Path folder = temporary.resolve("data");

    @Test
    void aFolderServesOneServiceAtATime() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(folder.toRealPath() + " is in use");
            }
            var second = inAnotherJvm("refused");
            assertThat(output(second)).contains(folder.toRealPath() + " is in use");
            assertThat(second.waitFor()).isNotZero();
            assertThat(behind(database).ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        var unwritable = Path.of("/proc/claims");
        assertThatThrownBy(() -> EmbeddedPostgres.start(unwritable))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("/proc/claims cannot be written");
    }

    @Test
    void aKilledServerComesBackOnTheSamePort() throws Exception {
        try (var database = EmbeddedPostgres.start(folder)) {
            behind(database).run("create table if not exists killed (figure int)", "insert into killed values (7)");
            var url = database.jdbcUrl();
            var pid = kill();
            assertThat(behind(database).askSoon("select max(figure) from killed"))
                    .isEqualTo("7");
            assertThat(database.jdbcUrl()).isEqualTo(url);
            assertThat(postmaster().pid()).isNotEqualTo(pid);
        }
    }

    @Test
    void anOrphanIsTakenOverAndWatched() throws Exception {
        var service = inAnotherJvm("orphan");
        assertThat(service.inputReader().readLine()).isEqualTo("written");
        service.destroyForcibly().waitFor();
        var orphan = postmaster();
        assertThat(orphan.isAlive()).isTrue();
        try (var database = EmbeddedPostgres.start(folder)) {
            assertThat(postmaster()).isEqualTo(orphan);
            assertThat(behind(database).ask("select count(*) from kept where word = 'orphan'"))
                    .isEqualTo("1");
            kill();
            assertThat(behind(database).askSoon("select count(*) from kept where word = 'orphan'"))
                    .isEqualTo("1");
        }
        assertThat(postmasterIfAny()).isEmpty();
    }

    @Test
    void aStalePidThatIsAnothersIsNoObstacle() throws Exception {
        EmbeddedPostgres.start(folder).close();
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            var lines = List.of("" + other.pid(), folder.resolve("pgdata").toString(), "1", "5432", "", "127.0.0.1");
            Files.write(folder.resolve("pgdata/postmaster.pid"), lines);
            try (var database = EmbeddedPostgres.start(folder)) {
                assertThat(behind(database).ask("select 1")).isEqualTo("1");
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroy();
        }
    }

    @Test
    void nothingIsLeftWhenTheStartFails() throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Map.of("shared_preload_libraries", "no_such_thing")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no_such_thing");
        assertThat(postmasterIfAny()).isEmpty();
        EmbeddedPostgres.start(folder).close();
    }

    private Process inAnotherJvm(String word) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, ServiceOfItsOwn.class.getName(), folder.toString(), word)
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.toRealPath().resolve("pgdata")).orElseThrow();
    }

    private List<Postmaster> postmasterIfAny() throws IOException {
        return Postmaster.of(folder.toRealPath().resolve("pgdata")).stream().toList();
    }

    private long kill() throws IOException {
        var pid = postmaster().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return pid;
    }
}
