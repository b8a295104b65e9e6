package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.Mutations;
import org.numericclaims.app.TestDatabase;

/** Cursors with slips in them: refused, or read as what they were. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CursorMutationsTest {

    private static final int TIMES = 120;
    private static final String LETTERS = "AZaz09-_=+/ .%\n\u00e4";

    /** The numbers are seeds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/claimants?limit=1                  | cursor | 1
            /v1/subjects?q=thing&limit=1           | cursor | 2
            /v1/claims?limit=1                     | cursor | 3
            /v1/claims?limit=1&sort=figure&in=km   | cursor | 4
            /v1/claims?limit=1&q=thing             | cursor | 5
            /v1/changes?limit=1                    | after  | 6
            """)
    void aChangedCursorIsRefusedOrTheSame(String path, String parameter, long seed) throws IOException {
        for (int i = 0; i < 2; i++) {
            Things.add("subjects");
            Things.add("claims", Things.body("claims").replace("people", "km"));
        }
        var cursor = Raw.ask("GET " + path).json().getString("next");
        var next = "GET " + path + "&" + parameter + "=";
        var expected = Raw.ask(next + cursor);
        assertThat(expected.status()).as(expected.body()).isEqualTo(200);
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < TIMES; i++) {
            var changed = Mutations.of(cursor, LETTERS, random);
            var answer = Raw.ask(next + URLEncoder.encode(changed, UTF_8));
            if (answer.status() == 200) {
                assertThat(answer.body()).as("%d: %s", i, changed).isEqualTo(expected.body());
            } else {
                answer.isProblem(400, "invalid_cursor");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(TIMES / 2);
    }
}
