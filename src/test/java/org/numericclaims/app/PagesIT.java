package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numericclaims.http.Sha256;

/** The page of the document as it is shipped, which is not the one that the tests of the sources are served. */
class PagesIT {

    private static final Pattern INLINE = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path data;

    @Test
    void eachScriptInThePageIsKnownByItsHash() throws Exception {
        try (var service = PackagedService.start(data, Map.of())) {
            var answer = given().get(service.address() + "/docs/");
            var scripts = INLINE.matcher(answer.asString()).results().toList();
            assertThat(scripts).hasSize(2);
            for (var script : scripts) {
                var hash = Sha256.of(script.group(1).getBytes(StandardCharsets.UTF_8));
                assertThat(answer.header("Content-Security-Policy"))
                        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            }
        }
    }
}
