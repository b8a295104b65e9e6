package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The latest claims of all claimants side by side.
 *
 * @param comparison what {@code /v1/subjects/{slug}/comparison} answered
 * @param gauge the axis on which those claims are drawn that have its unit; null where there are none
 * @param pairs each two that can be compared, the worst first
 */
@TemplateData
public record Compared(Map<String, Object> comparison, Gauge gauge, List<Rivals> pairs) {

    private static final List<String> WORST_FIRST = List.of("contradict", "tension", "agree");

    static Compared of(Map<String, Object> comparison) {
        var claims = Members.items(comparison);
        var byId = claims.stream().collect(Collectors.toMap(claim -> claim.get("id"), Function.identity()));
        var pairs = Members.list(comparison, "pairs").stream()
                .filter(pair -> WORST_FIRST.contains(pair.get("verdict")))
                .sorted((one, two) -> place(one) - place(two))
                .map(pair -> Rivals.of(pair, byId.get(pair.get("a")), byId.get(pair.get("b"))))
                .toList();
        var drawn = claims.stream()
                .filter(claim -> Objects.equals(claim.get("unit"), comparison.get("unit")))
                .toList();
        return new Compared(comparison, drawn.isEmpty() ? null : Gauge.of(drawn), pairs);
    }

    /** The axis for one of the claims; null for one that has another unit. */
    public Gauge gaugeOf(Map<String, Object> claim) {
        return Objects.equals(claim.get("unit"), comparison.get("unit")) ? gauge : null;
    }

    private static int place(Map<String, Object> pair) {
        return WORST_FIRST.indexOf(pair.get("verdict").toString());
    }
}
