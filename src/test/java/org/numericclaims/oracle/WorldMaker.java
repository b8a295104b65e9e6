package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.unit.Unit;

/** Makes one world at random. */
final class WorldMaker {

    private static final List<List<String>> FAMILIES =
            List.of(List.of("people"), List.of("km", "miles", "m"), List.of("people"), List.of("USD"), List.of("%"));
    private static final List<String> KINDS = List.of("flow", "flow", "flow", "stock", "net");
    private static final List<String> SPANS =
            List.of("2022-02-24/..", "2022/2023", "../2024-06", "2022-02-24/2024-12-31");
    private static final List<String> STATUSES = List.of("withdrawn", "withdrawn", "retracted");

    private final long seed;
    private final String mark;
    private final Random random;
    private final RandomFigures figures;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<Topic, List<String>> units = new HashMap<>();
    private final Map<String, String> claimants = new LinkedHashMap<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final List<ObjectNode> rows = new ArrayList<>();
    private final Set<List<Object>> said = new HashSet<>();

    WorldMaker(long seed, String mark) {
        this.seed = seed;
        this.mark = mark;
        this.random = new Random(seed);
        random.nextInt(); // the first numbers of near seeds are alike
        this.figures = new RandomFigures(random);
    }

    World make() {
        int trees = 1 + random.nextInt(2);
        for (int tree = 0; tree < trees; tree++) {
            growTree(pick(FAMILIES), pick(KINDS));
        }
        int members = 2 + random.nextInt(3);
        for (int n = 0; n < members; n++) {
            claimants.put("Claimant " + n + " of " + mark, n > 0 && chance(40) ? "Claimant 0 of " + mark : "");
        }
        var utterances = new Utterances(random, figures, topics, units, List.copyOf(claimants.keySet()));
        int most = 5 + random.nextInt(36);
        if (chance(70)) {
            utterances.totals().forEach(this::keep);
        }
        while (rows.size() < most) {
            keep(rows.isEmpty() || chance(75) ? utterances.any() : utterances.echo(pick(rows)));
        }
        if (chance(40)) {
            claimants.put("Stranger of " + mark, "");
            keep(utterances.odd("Stranger of " + mark));
        }
        relate();
        Collections.shuffle(rows, random);
        return new World(seed, topics, claimants, publishers(), rows, changes);
    }

    /** A chain of up to four, each inside the one before, and branches off it. */
    private void growTree(List<String> family, String kind) {
        var tree = new ArrayList<Topic>();
        int depth = 1 + random.nextInt(4);
        for (int n = 0; n < depth; n++) {
            tree.add(grow(tree.isEmpty() ? null : tree.get(n - 1), family, kind));
        }
        int branches = random.nextInt(3);
        for (int n = 0; n < branches; n++) {
            grow(tree.get(random.nextInt(Math.min(3, tree.size()))), family, kind);
        }
    }

    private Topic grow(Topic broader, List<String> family, String kind) {
        var span = chance(35) ? Period.parse(pick(SPANS)) : null;
        var name = "Topic " + topics.size() + " of " + mark;
        var topic = new Topic(name, chance(80) ? kind : pick(KINDS), span, broader);
        topics.put(name, topic);
        units.put(topic, family);
        return topic;
    }

    /** Gives the claim a key, a source and sometimes a status; drops what the import would find said already. */
    private void keep(ObjectNode claim) {
        claim.put("source", "https://example.org/" + mark + "/" + random.nextInt(4));
        var fields = List.of("claimant", "subject", "figure_to", "qualifier", "unit", "date", "period", "source");
        var utterance = new ArrayList<Object>();
        fields.forEach(field -> utterance.add(claim.path(field).toString()));
        List.of("baseline_subject", "baseline_period")
                .forEach(field -> utterance.add(claim.path(field).toString()));
        utterance.add(new BigDecimal(claim.get("figure").asText()).stripTrailingZeros());
        if (!said.add(utterance)) {
            return;
        }
        var key = "c" + rows.size();
        claim.put("key", key).put("note", key);
        rows.add(claim);
        if (chance(4)) {
            claim.put("status", "retracted");
        } else if (chance(12) && changes.size() < 3) {
            changes.put(key, pick(STATUSES));
        }
    }

    /** Only to claims before it, so that no claim comes back to itself. */
    private void relate() {
        for (int n = 1; n < rows.size(); n++) {
            var claim = rows.get(n);
            var other = rows.get(random.nextInt(n));
            if (chance(15) && unit(claim).converts(unit(other))) {
                claim.put("part_of", other.get("key").textValue());
            }
            var older = rows.get(random.nextInt(n));
            if (chance(35) && claim.get("claimant").equals(older.get("claimant"))) {
                claim.put("supersedes", older.get("key").textValue());
            }
        }
    }

    private Map<String, String> publishers() {
        var address = "https://example.org/" + mark + "/";
        return Map.of(
                address + 0, "Paper of " + mark, address + 1, "Paper of " + mark, address + 2, "Other of " + mark);
    }

    private static Unit unit(ObjectNode claim) {
        return Unit.of(claim.get("unit").textValue());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
