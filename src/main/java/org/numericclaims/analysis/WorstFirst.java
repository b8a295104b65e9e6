package org.numericclaims.analysis;

import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The worst of all rivalries that are told it, behind a place; it remembers one page of them, however many come. */
final class WorstFirst implements Consumer<Rivalry> {

    private final int most;
    private final Place behind;
    private final PriorityQueue<Rivalry> worst = new PriorityQueue<>(Rivalry.WORST_FIRST.reversed());

    /** At most that many, behind the place of the last one seen; null for the first page. */
    WorstFirst(int most, Place behind) {
        this.most = most;
        this.behind = behind;
    }

    @Override
    public void accept(Rivalry rivalry) {
        if (behind == null || rivalry.place().compareTo(behind) > 0) {
            worst.add(rivalry);
            if (worst.size() > most) {
                worst.poll();
            }
        }
    }

    List<Rivalry> found() {
        return worst.stream().sorted(Rivalry.WORST_FIRST).toList();
    }
}
