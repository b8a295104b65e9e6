package org.numericclaims.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the embedded database full: a small one in memory, mounted for the service alone. Where the machine does
 * not let its users mount one, the test is left out.
 */
class FullDiskIT {

    private static final String MOUNT = "mount -t tmpfs -o size=250m none \"$CLAIMS_DATA_DIR\"";
    private static final int LONG_TEXT = 20_000;
    private static final int TRIES = 200;
    private static final int REFUSALS = 20;
    private static final Random RANDOM = new Random(1);

    @TempDir
    Path data;

    private final List<String> kept = new ArrayList<>();

    @Test
    void writesAreRefusedReadsGoOnAndSpaceIsAllItNeeds() throws Exception {
        assumeTrue(mayMount(), "This machine lets its users mount nothing.");
        try (var service = PackagedService.launch(inNamespace(MOUNT + " && exec \"$0\" \"$@\""), data, Map.of())) {
            var disk = Path.of("/proc/" + service.awaitAddress().pid() + "/root" + data);
            assertThat(add(service)).isEqualTo(201);
            fill(disk.resolve("filler"));
            addUntil(503, service);
            for (int i = 0; i < REFUSALS; i++) {
                assertThat(add(service)).isIn(201, 503);
                assertAllAreRead(service);
            }
            Files.delete(disk.resolve("filler"));
            addUntil(201, service);
            assertAllAreRead(service);
        }
    }

    private static List<String> inNamespace(String command) {
        return List.of("unshare", "-Urm", "sh", "-c", command);
    }

    private boolean mayMount() throws IOException, InterruptedException {
        var tried = new ProcessBuilder(inNamespace(MOUNT));
        tried.environment().put("CLAIMS_DATA_DIR", data.toString());
        return tried.start().waitFor() == 0;
    }

    /** Takes all that is left. */
    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4_096]);
            }
        } catch (IOException full) {
            assertThat(file.toFile().getUsableSpace()).isZero();
        }
    }

    private void addUntil(int status, PackagedService service) throws InterruptedException {
        int answered = 0;
        for (int i = 0; i < TRIES && answered != status; i++) {
            answered = add(service);
        }
        assertThat(answered).isEqualTo(status);
    }

    /** Adds a claim that takes some pages of the disk; if it is refused, then for want of them. */
    private int add(PackagedService service) {
        var text = new byte[LONG_TEXT / 2];
        RANDOM.nextBytes(text);
        var body = "{\"figure\":" + kept.size() + ",\"unit\":\"people\",\"claimant\":\"A\",\"date\":\"2025\","
                + "\"source\":\"B\",\"quote\":\"" + HexFormat.of().formatHex(text) + "\"}";
        Response answer = given().contentType("application/json").body(body).post(service.address() + "/v1/claims");
        if (answer.statusCode() == 201) {
            kept.add(answer.path("id"));
        } else {
            assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo("storage_full");
        }
        return answer.statusCode();
    }

    private void assertAllAreRead(PackagedService service) {
        assertThat(service.status("/health/ready")).isEqualTo(200);
        assertThat(service.status("/v1/claims/" + kept.get(kept.size() - 1))).isEqualTo(200);
        assertThat(given().get(service.address() + "/v1/claims?limit=1&count=exact")
                        .<Integer>path("count"))
                .isEqualTo(kept.size());
    }
}
