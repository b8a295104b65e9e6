package org.numericclaims.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.security.Keyed;

/** The documented statuses of the operations on keys, which need a service that has some. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class KeyStatusesTest extends DocumentedStatusesTest {

    @Override
    boolean covers(Documented operation, int status) {
        return operation.isOfKeys() && status != TOO_MANY;
    }
}
