package org.numericclaims.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.analysis.ContradictionResource;

/** The few worst that do not fit together: what cannot be true first, then what hardly is. */
@ApplicationScoped
class Disputes {

    private static final String FEW = "5";

    private final Visit visit;
    private final ContradictionResource contradictions;

    Disputes(Visit visit, ContradictionResource contradictions) {
        this.visit = visit;
        this.contradictions = contradictions;
    }

    /** What cannot be true, about anything. */
    List<Rivals> worst() {
        return Rivals.contradictions(visit.members(
                "/v1/contradictions?limit=" + FEW,
                contradictions.list(List.of(), List.of(), null, null, null, "json", FEW, null)));
    }

    /** Claims about that subject, against any. */
    List<Rivals> about(String subject) {
        return found("subject=" + subject, List.of(subject), List.of(), null);
    }

    /** A claimant against itself. */
    List<Rivals> own(String claimant) {
        return found("claimant=" + claimant + "&own=true", List.of(), List.of(claimant), "true");
    }

    private List<Rivals> found(String query, List<String> subject, List<String> claimant, String own) {
        return Stream.of("contradict", "tension")
                .map(verdict -> visit.members(
                        "/v1/contradictions?" + query + "&verdict=" + verdict + "&limit=" + FEW,
                        contradictions.list(subject, claimant, own, verdict, null, "json", FEW, null)))
                .flatMap(page -> Rivals.contradictions(page).stream())
                .toList();
    }
}
