package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped service killed while eight clients write, round after round on one database: what was acknowledged is
 * there, nothing is there by half, and what was not acknowledged can be sent again. {@code -Drounds=100} kills it that
 * often.
 */
class KilledWritesIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 2);

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedIsThereAndNothingByHalf() throws Exception {
        try (var writers = new Writers()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var service = PackagedService.start(data, Map.of())) {
                    writers.sendAgain(service);
                    writers.start(service);
                    Thread.sleep(ThreadLocalRandom.current().nextInt(500, 3_000));
                    service.kill();
                    writers.stop();
                }
            }
            try (var service = PackagedService.start(data, Map.of())) {
                var database = DatabaseBehind.in(data);
                writers.assertAllIsThere(database);
                writers.sendAgain(service);
                writers.assertAllIsThere(database);
                assertThat(database.count("select count(*) from claim"))
                        .isEqualTo(writers.claims().size());
            }
            assertThat(writers.claims()).hasSizeGreaterThan(ROUNDS);
            assertThat(writers.refusals()).isEmpty();
            System.getLogger(getClass().getName())
                    .log(System.Logger.Level.INFO, ROUNDS + " kills, " + writers.writes() + " writes, all there");
        }
    }
}
