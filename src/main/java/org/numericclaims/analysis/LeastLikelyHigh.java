package org.numericclaims.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numericclaims.figure.Interval;

/**
 * Finds, for each of many claims, among the claims that begin no later, end no earlier and whose logical upper bound
 * reaches its lower one, the one with the least likely upper bound. That is one condition more than {@link LeastHigh}
 * has: the claims are sorted by their beginnings and halved, and the first half answers the second, swept by their
 * ends, from a Fenwick tree over the logical bounds (Bentley, Multidimensional divide-and-conquer, 1980). So n claims
 * take n log² n steps, and a few words of memory each.
 */
final class LeastLikelyHigh {

    private static final Comparator<Edge> BY_LIKELY_HIGH =
            Comparator.comparing(Edge::likely, Edge.BY_HIGH).thenComparing(Edge.BY_ID);

    private static final int NONE = Integer.MAX_VALUE;

    private final List<Edge> others;
    private final Interval[] ends;
    private final Event[] events;
    private final int[] least;

    private LeastLikelyHigh(List<Edge> asked, List<Edge> others) {
        this.others = others.stream().sorted(BY_LIKELY_HIGH).toList();
        ends = others.stream().map(Edge::logical).sorted(Edge.BY_HIGH).toArray(Interval[]::new);
        least = new int[ends.length + 1];
        Arrays.fill(least, NONE);
        events = Stream.concat(
                        IntStream.range(0, others.size()).mapToObj(this::answering),
                        asked.stream().map(this::asking))
                .sorted(Comparator.comparing(Event::beginning)) // stable: what begins with who asks comes before
                .toArray(Event[]::new);
    }

    /** Tells each of {@code asked} with what was found among the others, where there was anything. */
    static void find(List<Edge> asked, List<Edge> others, BiConsumer<Statement, Statement> found) {
        var search = new LeastLikelyHigh(asked, others);
        search.answer(0, search.events.length);
        for (var event : search.events) {
            if (event.answer != NONE) {
                found.accept(event.edge.claim(), search.others.get(event.answer).claim());
            }
        }
    }

    /** One that asks, or one that may answer. */
    private static final class Event {

        final Edge edge;

        /** Of one that answers, how many reach as far up; of one that asks, how many reach its lower bound. */
        final int reach;

        /** The place by its likely upper bound, of one that answers. */
        final int place;

        int answer = NONE;

        Event(Edge edge, int reach, int place) {
            this.edge = edge;
            this.reach = reach;
            this.place = place;
        }

        boolean asks() {
            return place == NONE;
        }

        LocalDate beginning() {
            return edge.days().first();
        }

        LocalDate end() {
            return edge.days().last();
        }
    }

    private Event answering(int place) {
        var edge = others.get(place);
        return new Event(edge, reaching(end -> Edge.BY_HIGH.compare(end, edge.logical()) >= 0), place);
    }

    private Event asking(Edge edge) {
        return new Event(edge, reaching(edge.logical()::canBeAtMost), NONE);
    }

    /** How many of the ends hold what all that are farther up hold too. */
    private int reaching(Predicate<Interval> holds) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(ends[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ends.length - low;
    }

    /** Answers those in this part from those in it, and leaves the latest end first. */
    private void answer(int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        answer(from, middle);
        answer(middle, to);
        int next = from;
        for (int i = middle; i < to; i++) {
            while (next < middle && !events[next].end().isBefore(events[i].end())) {
                set(events[next], events[next++].place);
            }
            if (events[i].asks()) {
                events[i].answer = Math.min(events[i].answer, least(events[i].reach));
            }
        }
        for (int i = from; i < next; i++) {
            set(events[i], NONE);
        }
        Arrays.sort(events, from, to, Comparator.comparing(Event::end).reversed());
    }

    private void set(Event event, int place) {
        for (int i = event.reach; !event.asks() && i < least.length; i += i & -i) {
            least[i] = place == NONE ? NONE : Math.min(least[i], place);
        }
    }

    private int least(int reach) {
        int found = NONE;
        for (int i = reach; i > 0; i -= i & -i) {
            found = Math.min(found, least[i]);
        }
        return found;
    }
}
