package org.numericclaims.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.security.Hurried;
import org.numericclaims.security.Keyed;

/** What each operation answers to a caller who has asked too often. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Hurried.class)
class RateStatusesTest extends DocumentedStatusesTest {

    @Override
    boolean covers(Documented operation, int status) {
        return status == TOO_MANY;
    }

    @Override
    Raw.Answer answer(Documented operation, int status, Request request, List<Documented> operations)
            throws IOException {
        var hasty = Request.of("GET", "/v1/units").withKeyOf("admin");
        for (int i = 0; i < 2 * Hurried.PER_MINUTE; i++) {
            if (hasty.send().status() == TOO_MANY) {
                var answer =
                        request.with("Authorization", Keyed.bearer("admin")).send();
                if (answer.status() == TOO_MANY) {
                    return answer;
                }
            }
        }
        throw new AssertionError("Nobody was too hasty");
    }
}
