package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** A random world is in the service what it is in the imagination. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorldTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsLoadedIsWhatWasMade(long seed) {
        var world = World.of(seed);
        var imagined =
                world.imagined().stream().collect(Collectors.toMap(told -> told.text("note"), Function.identity()));
        var loaded = world.load(new Client());
        assertThat(loaded).hasSize(imagined.size());
        for (var told : loaded) {
            var made = imagined.get(told.text("note"));
            assertThat(told.logical()).isEqualTo(made.logical());
            assertThat(told.likely()).isEqualTo(made.likely());
            assertThat(told.days()).isEqualTo(made.days());
            assertThat(told.topic()).isSameAs(made.topic());
            assertThat(told.isComparative()).isEqualTo(made.isComparative());
            assertThat(told.text("status")).isEqualTo(made.text("status"));
            assertThat(told.text("part_of") == null).isEqualTo(made.text("part_of") == null);
            assertThat(told.text("supersedes") == null).isEqualTo(made.text("supersedes") == null);
            assertThat(told.logical().low()).isEqualTo(AnswerLines.number(told.json(), "low"));
            assertThat(told.likely().high()).isEqualTo(AnswerLines.number(told.json(), "likely_high"));
        }
    }
}
