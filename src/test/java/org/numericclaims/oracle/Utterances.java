package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.numericclaims.figure.unit.Unit;

/** Claims at random about the subjects of one world, by its claimants. */
final class Utterances {

    private static final List<String> PERIODS = List.of(
            "2022",
            "2023",
            "2024",
            "2022/2023",
            "2022/2024",
            "2022-02-24/2022-12-31",
            "2022-02-24/2023-12-31",
            "2022-02-24/2024-12-31",
            "2022-02-24/2024-06-30",
            "2024-01/2024-06",
            "2024-03",
            "2023-06-15",
            "2022-02-24/..",
            "2022/..",
            "2024/..",
            "../2023",
            "../2024",
            "2021",
            "2026",
            "2026/..");
    private static final List<String> DATES = List.of(
            "2022",
            "2022-12",
            "2023",
            "2023-12-31",
            "2024",
            "2024-06-30",
            "2024-07",
            "2024-12-31",
            "2025",
            "2025-01",
            "2025-01-21");
    private static final List<String> COMPARED =
            List.of("2022", "2023", "2024", "2022/2023", "2024-01/2024-06", "2022-02-24/2023-12-31", "2022-02-24/..");
    private static final List<String> ENDS =
            List.of("2022-12-31", "2023-06-30", "2023-12-31", "2024-06-30", "2024-12-31");
    private static final List<String> TIMES = List.of("1", "1", "1", "2", "0.5", "1.5", "3");

    private final Random random;
    private final RandomFigures figures;
    private final List<Topic> topics;
    private final Map<Topic, List<String>> units;
    private final List<String> claimants;

    Utterances(
            Random random,
            RandomFigures figures,
            Map<String, Topic> topics,
            Map<Topic, List<String>> units,
            List<String> claimants) {
        this.random = random;
        this.figures = figures;
        this.topics = List.copyOf(topics.values());
        this.units = units;
        this.claimants = claimants;
    }

    /** Sometimes a comparative one, sometimes one without a subject. */
    ObjectNode any() {
        var topic = pick(topics);
        return chance(10) ? comparative(topic, pick(claimants)) : plain(topic, pick(claimants), units.get(topic));
    }

    /** In a unit that nobody else speaks in. */
    ObjectNode odd(String claimant) {
        return plain(pick(topics), claimant, List.of("kg"));
    }

    /** The same thing once more, by somebody else and in other words; the number is the same. */
    ObjectNode echo(ObjectNode claim) {
        var unit = Unit.of(claim.get("unit").textValue());
        var echo = claim(pick(claimants), unit);
        List.of("subject", "period", "baseline_subject", "baseline_period").forEach(field -> {
            if (claim.has(field)) {
                echo.set(field, claim.get(field));
            }
        });
        if (!claim.has("period")) {
            echo.set("date", claim.get("date"));
        }
        figures.put(echo, unit, claim.get("figure").decimalValue());
        return echo;
    }

    /** Running totals of two claimants about one subject, which may fall, and what is compared with them. */
    List<ObjectNode> totals() {
        var topic = pick(topics);
        var claims = new ArrayList<ObjectNode>();
        for (var claimant : claimants.subList(0, 2)) {
            var start = pick(List.of("2022-02-24", "2022", "2022-01-01"));
            var totals = new ArrayList<>(List.of(BigDecimal.valueOf(100)));
            for (var end : ENDS) {
                var total = totals.get(totals.size() - 1).add(BigDecimal.valueOf(random.nextInt(120) - 10L));
                totals.add(total);
                if (chance(85)) {
                    claims.add(stated(topic, claimant, start + "/" + end, total));
                }
            }
            var in2024 = totals.get(ENDS.size()).subtract(totals.get(ENDS.indexOf("2023-12-31") + 1));
            claims.add(stated(topic, pick(claimants), "2024", in2024.abs()));
            claims.add(comparative(topic, claimant).put("period", "2024").put("baseline_period", "2022/2023"));
        }
        return claims;
    }

    private ObjectNode stated(Topic topic, String claimant, String period, BigDecimal number) {
        var unit = Unit.of(pick(units.get(topic)));
        var claim = claim(claimant, unit).put("subject", topic.name()).put("period", period);
        figures.put(claim, unit, figures.in(unit, number));
        return claim;
    }

    private ObjectNode plain(Topic topic, String claimant, List<String> spoken) {
        var unit = Unit.of(pick(spoken));
        var claim = claim(claimant, unit);
        figures.put(claim, unit);
        if (!chance(5)) {
            claim.put("subject", topic.name());
        }
        if (!chance(12)) {
            claim.put("period", pick(PERIODS));
        }
        return claim;
    }

    private ObjectNode comparative(Topic topic, String claimant) {
        var unit = Unit.of("times");
        var claim = claim(claimant, unit).put("subject", topic.name()).put("period", pick(COMPARED));
        figures.put(claim, unit, new BigDecimal(pick(TIMES)));
        var alike = topics.stream()
                .filter(other -> units.get(other).equals(units.get(topic)))
                .toList();
        if (chance(70)) {
            claim.put(
                    "baseline_subject", chance(60) ? topic.name() : pick(alike).name());
        }
        if (!claim.has("baseline_subject") || chance(70)) {
            claim.put("baseline_period", pick(COMPARED));
        }
        return claim;
    }

    private ObjectNode claim(String claimant, Unit unit) {
        return Client.JSON
                .createObjectNode()
                .put("claimant", claimant)
                .put("unit", unit.name())
                .put("date", pick(DATES));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
