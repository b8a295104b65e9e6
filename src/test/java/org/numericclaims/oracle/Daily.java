package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numericclaims.figure.Period;

/** The daily running totals of a war's losses, as claims of one claimant, each kind of loss a subject of its own. */
record Daily(String claimant, Map<String, Topic> topics, List<ObjectNode> rows) {

    private static final Path FOLDER = Path.of("../shared/data/russia-losses");

    /** A total that is lower than the one before. */
    record Fall(String subject, String before, String after) {}

    /**
     * Those of that file.
     *
     * @param mark what makes the names its own
     * @param rounded whether the claims say that they are rounded to 1
     */
    static Daily of(String file, String mark, boolean rounded) {
        var claimant = "General Staff of " + mark;
        var rows = new ArrayList<ObjectNode>();
        var kinds = new TreeSet<String>();
        for (var day : read(file)) {
            day.properties().forEach(loss -> {
                if (loss.getValue().isNumber() && !loss.getKey().equals("day")) {
                    kinds.add(loss.getKey());
                    var row =
                            claim(loss.getKey() + " of " + mark, day.get("date").textValue());
                    row.put("claimant", claimant).put("figure", loss.getValue().decimalValue());
                    rows.add(rounded ? row.put("rounded_to", 1) : row);
                }
            });
        }
        return new Daily(claimant, topics(kinds, mark), rows);
    }

    /** Each day on which a total falls, counted from the numbers alone. */
    List<Fall> falls() {
        var falls = new ArrayList<Fall>();
        bySubject().forEach((subject, totals) -> {
            for (int n = 1; n < totals.size(); n++) {
                var before = totals.get(n - 1);
                var after = totals.get(n);
                if (after.get("figure").intValue() < before.get("figure").intValue()) {
                    falls.add(new Fall(subject, day(before), day(after)));
                }
            }
        });
        return falls;
    }

    Map<String, List<ObjectNode>> bySubject() {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("subject").textValue()));
    }

    /** The claim of that day as the service would show it, without a service. */
    Told imagined(String subject, String day) {
        var row = rows.stream()
                .filter(one -> one.get("subject").textValue().equals(subject) && day(one).equals(day))
                .findFirst()
                .orElseThrow();
        var json = row.deepCopy()
                .put("id", row.get("note").textValue())
                .put("status", "active")
                .put("created_at", "2026-08-09T00:00:00Z");
        return Told.of(json, topics);
    }

    private static String day(JsonNode row) {
        return row.get("date").textValue();
    }

    private static Map<String, Topic> topics(TreeSet<String> kinds, String mark) {
        return kinds.stream()
                .filter(kind -> !kind.equals("day"))
                .map(kind -> new Topic(kind + " of " + mark, "flow", Period.parse("2022-02-24/.."), null))
                .collect(Collectors.toMap(Topic::name, topic -> topic));
    }

    private static ObjectNode claim(String subject, String day) {
        return Client.JSON
                .createObjectNode()
                .put("subject", subject)
                .put("unit", "vehicles")
                .put("date", day)
                .put("period", "2022-02-24/" + day)
                .put("source", "https://example.org/losses")
                .put("note", subject + " by " + day);
    }

    private static JsonNode read(String file) {
        try {
            return Client.JSON.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
