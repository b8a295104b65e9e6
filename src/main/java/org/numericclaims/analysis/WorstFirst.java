package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The worst of all rivalries that are told it, behind a place; it remembers one page of them, however many come. */
final class WorstFirst implements Consumer<Rivalry> {

    /** Where a rivalry stands among others, as a cursor keeps it. */
    private record Place(Verdict verdict, BigDecimal gap, String claim, String other) {

        static final Comparator<Place> ORDER = Comparator.comparing(Place::verdict)
                .thenComparing(Place::gap, Comparator.reverseOrder())
                .thenComparing(Place::claim)
                .thenComparing(Place::other);

        static Place of(Rivalry rivalry) {
            return new Place(
                    rivalry.found().verdict(),
                    rivalry.gap(),
                    rivalry.claim().id().toString(),
                    rivalry.other().id().toString());
        }
    }

    private final int most;
    private final Place behind;
    private final PriorityQueue<Rivalry> worst = new PriorityQueue<>(Rivalry.WORST_FIRST.reversed());

    /** At most that many, behind what {@link #place} gave for the last one seen; null for the first page. */
    WorstFirst(int most, List<String> behind) {
        this.most = most;
        this.behind = behind == null
                ? null
                : new Place(
                        Verdict.valueOf(behind.get(0)), new BigDecimal(behind.get(1)), behind.get(2), behind.get(3));
    }

    @Override
    public void accept(Rivalry rivalry) {
        if (behind == null || Place.ORDER.compare(Place.of(rivalry), behind) > 0) {
            worst.add(rivalry);
            if (worst.size() > most) {
                worst.poll();
            }
        }
    }

    List<Rivalry> found() {
        return worst.stream().sorted(Rivalry.WORST_FIRST).toList();
    }

    static List<String> place(Rivalry rivalry) {
        var place = Place.of(rivalry);
        return List.of(place.verdict().name(), place.gap().toPlainString(), place.claim(), place.other());
    }
}
