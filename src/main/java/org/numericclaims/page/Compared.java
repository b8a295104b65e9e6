package org.numericclaims.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.analysis.ComparisonResource;

/**
 * The latest claims of all claimants side by side.
 *
 * @param comparison what {@code /v1/subjects/{slug}/comparison} answered; null where it was refused
 * @param refusal why; null where it was not
 */
@TemplateData
public record Compared(Map<String, Object> comparison, String refusal) {

    /** So many pairs are told on a page; the comparison has all. */
    private static final int MOST_PAIRS = 20;

    private static final int SENSELESS = 422;

    /** Two of the claims, and what follows from them. */
    @TemplateData
    public record Pair(Map<String, Object> found, Map<String, Object> claim, Map<String, Object> other) {}

    /** Those of that subject; where it has too many claimants to be compared, that is no reason to show nothing else. */
    static Compared of(String subject, Visit visit, ComparisonResource comparisons) {
        try {
            var answer = comparisons.compare(subject, null, null, null);
            return new Compared(visit.members("/v1/subjects/" + subject + "/comparison", answer), null);
        } catch (HttpProblem problem) {
            if (problem.getStatusCode() != SENSELESS) {
                throw problem;
            }
            return new Compared(null, problem.getDetail());
        }
    }

    /** The axis of its unit for the claims. */
    public Gauge gauge() {
        return Gauge.of(comparison.get("unit"), Members.items(comparison));
    }

    /** Pairs that can be compared, the worst first. */
    public List<Pair> pairs() {
        var byId = Members.items(comparison).stream()
                .collect(Collectors.toMap(claim -> claim.get("id"), Function.identity()));
        return Stream.of("contradict", "tension", "agree")
                .flatMap(verdict -> found().filter(pair -> pair.get("verdict").equals(verdict)))
                .limit(MOST_PAIRS)
                .map(pair -> new Pair(pair, byId.get(pair.get("a")), byId.get(pair.get("b"))))
                .toList();
    }

    private Stream<Map<String, Object>> found() {
        return Members.list(comparison, "pairs").stream();
    }
}
