package org.numericclaims.subject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SubjectTest {

    @Test
    void aNewOneIsAFlowWhereItIsCountedElseAStock() {
        var ids = named(Map.of("Named dead", true, "Named price", false));
        assertThat(kind(ids.get("Named dead"))).isEqualTo(SubjectKind.flow);
        assertThat(kind(ids.get("Named price"))).isEqualTo(SubjectKind.stock);
        assertThat(named(Map.of("NAMED  price", true))).containsValue(ids.get("Named price"));
        assertThat(kind(ids.get("Named price"))).isEqualTo(SubjectKind.stock);
    }

    @Test
    void itIsCalledByNameAliasOrSlug() {
        var id = named(Map.of("Called subject", true)).get("Called subject");
        var found = in(() -> Subject.called(List.of("called SUBJECT", "called-subject", "Called-Subject", "nothing")));
        assertThat(found).containsOnly(Map.entry("called SUBJECT", id), Map.entry("called-subject", id));
    }

    @Test
    void ofManyThatNameTheSameNewOneAllGetOne() throws Exception {
        var ids = Together.run(16, n -> named(Map.of("Named together", true)).get("Named together"));
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(in(() -> Subject.count("name", "Named together"))).isEqualTo(1);
    }

    @Test
    void oneThatIsPostedWaitsForAClaimThatIsJustNamingIt() throws Exception {
        QuarkusTransaction.begin();
        Subject.named(Map.of("Named first", true));
        var same = CompletableFuture.supplyAsync(() -> post("named FIRST"));
        var alike = CompletableFuture.supplyAsync(() -> post("Named first!"));
        Thread.sleep(300);
        assertThat(List.of(same, alike)).noneMatch(CompletableFuture::isDone);
        QuarkusTransaction.commit();
        same.get()
                .then()
                .statusCode(409)
                .body("code", is("name_taken"))
                .header("Link", containsString("/named-first>"));
        alike.get().then().statusCode(201).body("slug", is("named-first-2"));
    }

    @Test
    void whatIsNamedDuringAMergerEndsAtItsTarget() throws Exception {
        for (int round = 0; round < 10; round++) {
            var names = Map.of("Old in round " + round, true, "New in round " + round, true);
            var ids = named(names);
            int target = round;
            Together.run(
                    8, n -> n > 0 ? named(names).size() : merge("old-in-round-" + target, "new-in-round-" + target));
            assertThat(named(names).values()).containsOnly(ids.get("New in round " + round));
        }
    }

    @Test
    void theNarrowerOnesAreFoundThroughManySteps() {
        var ids = named(Map.of("Widest", true, "Wide", true, "Narrow", true, "Beside", true));
        in(() -> {
            var wide = Subject.<Subject>findById(ids.get("Wide"));
            wide.broader = Subject.findById(ids.get("Widest"));
            Subject.<Subject>findById(ids.get("Narrow")).broader = wide;
            return wide;
        });
        assertThat(in(() -> Subject.withNarrower(List.of(ids.get("Widest")))))
                .containsExactlyInAnyOrder(ids.get("Widest"), ids.get("Wide"), ids.get("Narrow"));
        assertThat(in(() -> Subject.withNarrower(List.of()))).isEmpty();
    }

    private static int merge(String slug, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/subjects/" + slug + "/merge")
                .then()
                .statusCode(200)
                .extract()
                .statusCode();
    }

    private static Response post(String name) {
        return given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/subjects");
    }

    private static SubjectKind kind(UUID id) {
        return in(() -> Subject.<Subject>findById(id).kind);
    }

    private static Map<String, UUID> named(Map<String, Boolean> counted) {
        return in(() -> Subject.named(counted));
    }

    private static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
