package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two claims, what follows from them side by side, and the axis on which both are drawn.
 *
 * @param found has verdict, gap and reason
 * @param gauge null where their units differ
 */
@TemplateData
public record Rivals(Map<String, Object> found, Map<String, Object> claim, Map<String, Object> other, Gauge gauge) {

    static Rivals of(Map<String, Object> found, Map<String, Object> claim, Map<String, Object> other) {
        var gauge = Gauge.of(claim.get("unit"), List.of(claim, other));
        return new Rivals(found, claim, other, gauge.draws(other) ? gauge : null);
    }

    /** Those on a page of contradictions; of two that contradict each other once. */
    static List<Rivals> contradictions(Map<String, Object> page) {
        var told = new HashSet<Set<Object>>();
        return Members.items(page).stream()
                .map(found -> of(found, Members.in(found, "claim"), Members.in(found, "other")))
                .filter(pair -> told.add(Set.of(pair.claim.get("id"), pair.other.get("id"))))
                .toList();
    }
}
