package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;

/** Four years of daily totals: each day on which one falls is found, and nothing that looking at all pairs doesn't. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EquipmentTest {

    private final Client client = new Client();

    @Test
    void eachOfThe13DaysOnWhichATotalFallsIsFound() {
        var daily = load("equipment.json", true);
        assertThat(daily.falls()).hasSize(13);
        assertThat(found(daily)).containsAll(daily.falls());
        daily.topics().values().forEach(topic -> sameAsBruteForce(daily, topic));
    }

    @Test
    void where920MayBe915Only11Are() {
        var daily = load("equipment.json", false);
        assertThat(found(daily).stream().filter(daily.falls()::contains)).hasSize(11);
    }

    @Test
    void thePersonnelContradictsItselfNowhere() {
        var daily = load("personnel.json", true);
        assertThat(found(daily)).isEmpty();
        daily.topics().values().forEach(topic -> sameAsBruteForce(daily, topic));
    }

    private Daily load(String file, boolean rounded) {
        var daily = Daily.of(file, Given.unique("losses"), rounded);
        for (var topic : daily.topics().values()) {
            client.post(
                    "/v1/subjects",
                    Client.JSON
                            .createObjectNode()
                            .put("name", topic.name())
                            .put("kind", topic.kind())
                            .put("span", topic.span().text()));
        }
        var body = Client.JSON.createObjectNode();
        body.putArray("claims").addAll(daily.rows());
        assertThat(client.post("/v1/claims/import", body).get("created").intValue())
                .isEqualTo(daily.rows().size());
        return daily;
    }

    /** The days whose total contradicts a later one, each as if it fell to the next day. */
    private List<Daily.Fall> found(Daily daily) {
        var falls = new ArrayList<Daily.Fall>();
        for (var topic : daily.topics().values()) {
            var days = daily.bySubject().get(topic.name()).stream()
                    .map(row -> row.get("date").textValue())
                    .toList();
            for (var item : contradictions(topic)) {
                int day = days.indexOf(item.at("/claim/date").textValue());
                falls.add(new Daily.Fall(topic.name(), days.get(day), days.get(day + 1)));
            }
        }
        return falls;
    }

    private void sameAsBruteForce(Daily daily, Topic topic) {
        var claims = client.items("/v1/claims?limit=500&subject=" + topic.slug()).stream()
                .map(json -> Told.of(json, daily.topics()))
                .toList();
        var oracle = new Oracle(claims);
        var items = contradictions(topic);
        var widest = oracle.contradictions(told -> true, Oracle::ownPair, OraclePairing.CONTRADICT);
        var expected = new Expected(oracle, daily.topics()).contradictions(widest, items);
        assertThat(Served.contradictions(items).differences(expected)).isEmpty();
    }

    private List<JsonNode> contradictions(Topic topic) {
        return client.items("/v1/contradictions?limit=500&own=true&subject=" + topic.slug());
    }
}
