package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of the README, run as they are printed on the shipped service with the samples. */
class ReadmeIT {

    private static final Pattern CALL = Pattern.compile("```bash\n(curl .*?)```\n```json\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is another at each call. */
    private static final List<String> EACH_TIME_NEW =
            List.of("id", "source_id", "created_at", "updated_at", "request_id", "from");

    @TempDir
    Path data;

    @Test
    void everyCallAnswersAsPrinted() throws Exception {
        try (var service = PackagedService.start(data, Map.of("CLAIMS_SAMPLES", "true"))) {
            var calls = CALL.matcher(Files.readString(Path.of("README.md")))
                    .results()
                    .toList();
            assertThat(calls).hasSizeGreaterThanOrEqualTo(5);
            for (var call : calls) {
                var answer = run(call.group(1)
                        .replace("localhost:8080", service.address().replace("http://", "")));
                assertThat(settled(answer)).as(call.group(1)).isEqualTo(settled(call.group(2)));
            }
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", command).start();
        var answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command).isZero();
        return answer;
    }

    private static JsonNode settled(String answer) throws IOException {
        var json = JSON.readTree(answer);
        EACH_TIME_NEW.forEach(name -> json.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name)));
        return json;
    }
}
