package org.numericclaims.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numericclaims.oracle.Client.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numericclaims.analysis.Upkeep;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;

/** The analysis answers of random worlds what looking at every pair of claims answers. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorldsTest {

    /** How many worlds, more by {@code -Dworlds=2000}; the seed in a message replays its world alone. */
    private static final int WORLDS = Integer.getInteger("worlds", 8);

    private static final List<String> WORST_FIRST = List.of("contradict", "tension", "agree");

    private final Client client = new Client();

    private World world;
    private Oracle oracle;
    private Expected expected;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, WORLDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theServiceAnswersAsTheOracle(long seed) throws SQLException {
        world = World.of(seed);
        oracle = new Oracle(world.load(client));
        expected = new Expected(oracle, world.topics());
        contradictions();
        Upkeep.done();
        contradictions();
        oracle.all().forEach(this::checks);
        for (var topic : world.topics().values()) {
            comparisons(topic);
            List.of("2024", "2024-01/2024-06").forEach(period -> implied(topic, period));
        }
    }

    private void contradictions() {
        world.topics().values().forEach(this::contradictions);
        world.claimants().keySet().forEach(this::contradictions);
    }

    private void checks(Told claim) {
        var path = "/v1/claims/" + claim.id() + "/checks?limit=20";
        var pages = client.pages(path);
        same(path, Served.checks(pages), expected.checks(claim));
        var items = Served.items(pages);
        for (int n = 1; n < items.size(); n++) {
            assertThat(isInOrder(items.get(n - 1), items.get(n)))
                    .as("seed %d, %s: items %d and %d are in order: %s", world.seed(), path, n - 1, n, items)
                    .isTrue();
        }
    }

    /** The worst verdict first, then the widest gap, then the least id. */
    private static boolean isInOrder(JsonNode first, JsonNode second) {
        int verdicts = WORST_FIRST.indexOf(first.path("verdict").asText())
                - WORST_FIRST.indexOf(second.path("verdict").asText());
        int gaps = second.path("gap").decimalValue().compareTo(first.path("gap").decimalValue());
        int ids =
                first.at("/other/id").asText().compareTo(second.at("/other/id").asText());
        return verdicts < 0 || verdicts == 0 && (gaps < 0 || gaps == 0 && ids < 0);
    }

    private void contradictions(Topic topic) {
        Predicate<Told> about = told -> topic.equals(told.topic());
        var path = "/v1/contradictions?limit=7&subject=" + topic.slug();
        contradictions(path, about, Oracle::anyPair, OraclePairing.CONTRADICT);
        contradictions(path + "&own=true", about, Oracle::ownPair, OraclePairing.CONTRADICT);
        contradictions(path + "&verdict=tension", about, Oracle::anyPair, OraclePairing.TENSION);
    }

    private void contradictions(String claimant) {
        Predicate<Told> by = told -> told.claimant().equals(claimant);
        var path = "/v1/contradictions?verdict=contradict&claimant=" + Topic.slug(claimant);
        contradictions(path, by, Oracle::anyPair, OraclePairing.CONTRADICT);
        contradictions(path + "&own=true", by, Oracle::ownPair, OraclePairing.CONTRADICT);
        var topic = world.topics().values().iterator().next();
        contradictions(
                path + "&subject=" + topic.slug(),
                by.and(told -> topic.equals(told.topic())),
                Oracle::anyPair,
                OraclePairing.CONTRADICT);
    }

    private void contradictions(String path, Predicate<Told> claims, BiPredicate<Told, Told> pairs, String verdict) {
        var items = client.items(path);
        var widest = oracle.contradictions(claims, pairs, verdict);
        same(path, Served.contradictions(items), expected.contradictions(widest, items));
        var gaps = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.path("unit").asText(),
                        Collectors.mapping(item -> item.path("gap").decimalValue(), Collectors.toList())));
        assertThat(gaps)
                .allSatisfy((unit, of) -> assertThat(of)
                        .as("seed %d, %s: the worst come first", world.seed(), path)
                        .isSortedAccordingTo(Comparator.reverseOrder()));
    }

    private void comparisons(Topic topic) {
        comparison(topic, null, null);
        comparison(topic, "2024-06-30", null);
        comparison(topic, "2024", "2022/2023");
    }

    private void comparison(Topic topic, String until, String period) {
        var query = (until == null ? "" : "&date_lte=" + until) + (period == null ? "" : "&period=" + encoded(period));
        var path = "/v1/subjects/" + topic.slug() + "/comparison" + query.replaceFirst("&", "?");
        var asked = new SideBySide.Asked(
                topic, until == null ? null : PartialDate.parse(until), period == null ? null : Period.parse(period));
        var served = client.get(path);
        var compared = SideBySide.of(oracle, asked);
        same(path, Served.comparison(served), expected.comparison(compared, world.publishers(), served));
    }

    private void implied(Topic topic, String period) {
        var path = "/v1/subjects/" + topic.slug() + "/implied?period=" + encoded(period);
        same(
                path,
                Served.implied(client.get(path)),
                Expected.implied(OracleImplied.of(oracle, topic, Period.parse(period))));
    }

    private void same(String path, AnswerLines served, AnswerLines oracles) {
        var differences = served.differences(oracles);
        assertThat(differences)
                .as(
                        "seed %d, %s\n%s\n%s\n",
                        world.seed(), path, String.join("\n", differences), expected.claimsIn(path + differences))
                .isEmpty();
    }
}
