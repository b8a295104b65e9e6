package org.numericclaims.oracle;

import static org.numericclaims.oracle.AnswerLines.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the service's answers into lines that {@link Expected} words alike. */
final class Served {

    private Served() {}

    /** All pages of a claim's checks. */
    static AnswerLines checks(List<JsonNode> pages) {
        var answer = new AnswerLines();
        for (var item : items(pages)) {
            answer.line(verdict(item) + item.at("/other/id").textValue(), number(item, "gap"));
        }
        var first = pages.get(0);
        answer.line("unit " + first.path("unit").textValue());
        List.of("agree", "tension", "contradict")
                .forEach(verdict -> answer.line("count " + verdict, number(first.path("counts"), verdict)));
        if (first.path("evaluation").isObject()) {
            evaluation(answer, first.get("evaluation"));
        }
        return answer;
    }

    private static void evaluation(AnswerLines answer, JsonNode evaluation) {
        answer.line("evaluation " + evaluation.path("verdict").textValue());
        evaluation
                .path("evidence")
                .forEach(one -> answer.line(
                        one.path("claimant").textValue() + " "
                                + one.path("verdict").textValue() + " " + one.path("claims") + " "
                                + one.path("baseline_claims"),
                        number(one, "ratio_low"),
                        number(one, "ratio_high")));
    }

    /** All items of the contradictions. */
    static AnswerLines contradictions(List<JsonNode> items) {
        var answer = new AnswerLines();
        for (var item : items) {
            answer.line(
                    item.at("/claim/id").textValue() + " " + verdict(item)
                            + item.at("/other/id").textValue() + " "
                            + item.path("unit").textValue(),
                    number(item, "gap"));
        }
        return answer;
    }

    static AnswerLines comparison(JsonNode comparison) {
        var answer = new AnswerLines();
        comparison
                .path("items")
                .forEach(item -> answer.line("item " + item.path("id").textValue()));
        comparison
                .path("pairs")
                .forEach(pair -> answer.line(
                        pair.path("a").textValue() + " " + verdict(pair)
                                + pair.path("incomparable").textValue() + " "
                                + pair.path("b").textValue(),
                        number(pair, "gap"),
                        number(pair, "ratio")));
        answer.line("envelope", number(comparison, "low"), number(comparison, "high"));
        List.of("claim_count", "claimant_count", "source_count")
                .forEach(count -> answer.line(count, number(comparison, count)));
        return answer;
    }

    static AnswerLines implied(JsonNode implied) {
        var answer = new AnswerLines();
        for (var item : implied.path("items")) {
            var claimed = new ArrayList<String>();
            item.path("claimed").forEach(claim -> claimed.add(claim.path("id").textValue()));
            answer.line(
                    item.path("claimant").textValue() + " " + item.path("from") + " "
                            + item.path("unit").textValue() + " "
                            + item.path("verdict").textValue() + " "
                            + claimed.stream().sorted().toList(),
                    number(item, "figure"),
                    number(item, "low"),
                    number(item, "high"),
                    number(item, "likely_low"),
                    number(item, "likely_high"));
        }
        return answer;
    }

    static List<JsonNode> items(List<JsonNode> pages) {
        var items = new ArrayList<JsonNode>();
        pages.forEach(page -> page.path("items").forEach(items::add));
        return items;
    }

    private static String verdict(JsonNode item) {
        return item.path("verdict").textValue() + " " + item.path("relation").textValue() + " ";
    }
}
