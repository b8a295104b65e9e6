package org.numericclaims.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;

/** Hibernate keeps a plan of each query, and finds it again. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ScalarsTest {

    private static final int TIMES = 10;

    @Inject
    SessionFactory hibernate;

    @Test
    void theSameAskedAgainMakesNoMorePlans() {
        addMergeAndCompare();
        int once = plans();
        for (int i = 0; i < TIMES; i++) {
            addMergeAndCompare();
        }
        assertThat(plans()).isLessThan(once + TIMES);
    }

    private int plans() {
        return hibernate
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }

    private static void addMergeAndCompare() {
        var one = add();
        var other = add();
        given().contentType("application/json")
                .body("{\"into\":\"" + one + "\"}")
                .post("/v1/claimants/" + other + "/merge")
                .then()
                .statusCode(200);
        var subject = "/v1/subjects/" + one;
        given().get(subject + "/comparison").then().statusCode(200);
        given().get(subject + "/implied?period=2025").then().statusCode(200);
        given().get("/v1/contradictions?subject=" + one).then().statusCode(200);
    }

    private static String add() {
        var name = "planned-" + UUID.randomUUID();
        given().contentType("application/json")
                .header("Idempotency-Key", name)
                .body("""
                        {"figure": 1, "unit": "people", "date": "2025", "source": "%1$s", "claimant": "%1$s", \
                        "subject": "%1$s"}""".formatted(name))
                .post("/v1/claims")
                .then()
                .statusCode(201);
        return name;
    }
}
