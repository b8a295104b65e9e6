package org.numericclaims.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The worst of all places that are told it, behind one of them; it remembers one page of them, however many come. */
final class WorstFirst implements Consumer<Place> {

    private final int most;
    private final Place behind;
    private final PriorityQueue<Place> worst = new PriorityQueue<>(Comparator.reverseOrder());

    /** At most that many, behind the place of the last one seen; null for the first page. */
    WorstFirst(int most, Place behind) {
        this.most = most;
        this.behind = behind;
    }

    @Override
    public void accept(Place place) {
        if (behind == null || place.compareTo(behind) > 0) {
            worst.add(place);
            if (worst.size() > most) {
                worst.poll();
            }
        }
    }

    int most() {
        return most;
    }

    Place behind() {
        return behind;
    }

    List<Place> found() {
        return worst.stream().sorted().toList();
    }
}
