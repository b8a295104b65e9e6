package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words the oracle's answers as {@link Served} reads the service's. */
final class Expected {

    private final Oracle oracle;
    private final Map<String, Topic> topics;
    private final Map<String, Told> byId;

    Expected(Oracle oracle, Map<String, Topic> topics) {
        this.oracle = oracle;
        this.topics = topics;
        this.byId = oracle.all().stream().collect(Collectors.toMap(Told::id, Function.identity()));
    }

    AnswerLines checks(Told claim) {
        var answer = new AnswerLines();
        var checks = oracle.checks(claim);
        checks.forEach(
                found -> answer.line(verdict(found.pairing()) + found.other().id(), found.gap()));
        answer.line("unit " + claim.unit());
        List.of(OraclePairing.AGREE, OraclePairing.TENSION, OraclePairing.CONTRADICT)
                .forEach(verdict -> answer.line(
                        "count " + verdict,
                        BigDecimal.valueOf(checks.stream()
                                .filter(found -> found.pairing().verdict().equals(verdict))
                                .count())));
        if (claim.isComparative() && oracle.stands(claim)) {
            evaluation(answer, OracleEvaluation.of(oracle, claim, topics));
        }
        return answer;
    }

    private static void evaluation(AnswerLines answer, OracleEvaluation evaluation) {
        answer.line("evaluation " + evaluation.verdict());
        evaluation
                .evidence()
                .forEach(one -> answer.line(
                        one.claimant() + " " + one.verdict() + " " + json(one.claims()) + " " + json(one.baseline()),
                        one.ratio() == null ? null : one.ratio().low(),
                        one.ratio() == null ? null : one.ratio().high()));
    }

    /** Where several B tie, the one that the service names is as good as the first. */
    AnswerLines contradictions(List<List<Oracle.Found>> widest, List<JsonNode> served) {
        Set<List<String>> named = served.stream()
                .map(item -> List.of(
                        item.at("/claim/id").asText(), item.at("/other/id").asText()))
                .collect(Collectors.toCollection(HashSet::new));
        var answer = new AnswerLines();
        for (var tied : widest) {
            var found = tied.stream()
                    .filter(one ->
                            named.contains(List.of(one.claim().id(), one.other().id())))
                    .findFirst()
                    .orElse(tied.get(0));
            answer.line(
                    found.claim().id() + " " + verdict(found.pairing())
                            + found.other().id() + " " + found.claim().unit(),
                    found.gap());
        }
        return answer;
    }

    /** Which of a pair comes first, and in which of its units the envelope is, is the service's choice. */
    AnswerLines comparison(SideBySide compared, Map<String, String> publishers, JsonNode served) {
        var answer = new AnswerLines();
        compared.latest().forEach(told -> answer.line("item " + told.id()));
        Set<List<String>> turned = new HashSet<>();
        served.path("pairs")
                .forEach(pair -> turned.add(
                        List.of(pair.path("b").asText(), pair.path("a").asText())));
        var latest = compared.latest();
        for (int n = 0; n < latest.size(); n++) {
            for (int m = n + 1; m < latest.size(); m++) {
                boolean turn = turned.contains(
                        List.of(latest.get(n).id(), latest.get(m).id()));
                pair(answer, latest.get(turn ? m : n), latest.get(turn ? n : m));
            }
        }
        envelope(answer, compared, served);
        answer.line("claim_count", BigDecimal.valueOf(compared.drawnOn().size()));
        answer.line("claimant_count", BigDecimal.valueOf(latest.size()));
        answer.line("source_count", BigDecimal.valueOf(compared.sources(publishers)));
        return answer;
    }

    private static void pair(AnswerLines answer, Told a, Told b) {
        var pairing = OraclePairing.of(a, b);
        answer.line(
                a.id() + " " + verdict(pairing) + pairing.incomparable() + " " + b.id(),
                pairing.gap(),
                SideBySide.ratio(a, b));
    }

    private static void envelope(AnswerLines answer, SideBySide compared, JsonNode served) {
        var unit = served.path("unit").textValue();
        var envelope = compared.latest().stream()
                .map(Told::unit)
                .filter(one -> one.name().equals(unit))
                .findFirst()
                .flatMap(compared::envelope);
        answer.line(
                "envelope",
                envelope.map(Stretch::low).orElse(null),
                envelope.map(Stretch::high).orElse(null));
    }

    static AnswerLines implied(List<OracleImplied> all) {
        var answer = new AnswerLines();
        for (var implied : all) {
            var evidence = implied.evidence();
            answer.line(
                    implied.claimant() + " " + json(evidence.ids()) + " " + evidence.unit() + " " + implied.verdict()
                            + " "
                            + implied.claimed().stream().map(Told::id).sorted().toList(),
                    evidence.figure(),
                    evidence.logical().low(),
                    evidence.logical().high(),
                    evidence.likely().low(),
                    evidence.likely().high());
        }
        return answer;
    }

    /** The JSON of the claims whose ids are in the text. */
    String claimsIn(String text) {
        return byId.values().stream()
                .filter(told -> text.contains(told.id()))
                .map(told -> told.json() + " logical " + told.logical() + " likely " + told.likely())
                .collect(Collectors.joining("\n"));
    }

    private static String verdict(OraclePairing pairing) {
        return pairing.verdict() + " " + pairing.relation() + " ";
    }

    private static String json(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
