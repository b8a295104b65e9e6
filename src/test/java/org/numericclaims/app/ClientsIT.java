package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about clients, whose commands run programs on the shipped service; only where it is asked for. */
@EnabledIfSystemProperty(named = "clients", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsIT {

    private static final String KEY = "a-key-of-the-clients-for-this-test";
    private static final Path PROGRAMS = Path.of("src/test/clients");

    @TempDir
    static Path data;

    private PackagedService service;

    @BeforeAll
    void start() throws IOException {
        service = PackagedService.start(data, Map.of("CLAIMS_SAMPLES", "true", "CLAIMS_ADMIN_KEY", KEY));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "TypeScript", "Python", "Go"})
    void theProgramRunsToItsEnd(String language) throws Exception {
        run(only(language, "bash"));
    }

    @Test
    void curlAnswersAsPrinted() throws Exception {
        assertThat(run(only("curl", "bash"))).isEqualTo(only("curl", "json"));
    }

    @ParameterizedTest
    @CsvSource({"Java,java/Tour.java", "TypeScript,typescript/tour.ts", "Python,python/tour.py", "Go,go/tour.go"})
    void whatThePageShowsIsInTheProgram(String language, String program) throws IOException {
        var whole = unindented(Files.readString(PROGRAMS.resolve(program)));
        assertThat(blocks(language, language.toLowerCase(Locale.ROOT)))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(whole).contains(unindented(shown)));
    }

    private static String only(String section, String type) throws IOException {
        var blocks = blocks(section, type);
        assertThat(blocks).as(section + ": " + type).hasSize(1);
        return blocks.get(0);
    }

    /** What stands in that section of the page, marked as of that type. */
    private static List<String> blocks(String section, String type) throws IOException {
        var text = Files.readString(Path.of("docs/clients.md"))
                .split("\n## " + section + "\n")[1]
                .split("\n## ")[0];
        return Pattern.compile("```" + type + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }

    private String run(String commands) throws IOException, InterruptedException {
        var here = commands.replace("http://localhost:8080", service.address());
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here).redirectErrorStream(true);
        builder.environment().put("KEY", KEY);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
