package org.numericclaims.figure;

import java.time.LocalDate;
import java.util.Optional;

/** A run of days, its first and its last among them. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day lies before the first.");
        }
    }

    /** Those from the first to the last; empty where the last lies before the first. */
    public static Optional<Days> between(LocalDate first, LocalDate last) {
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Days(first, last));
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(Days other) {
        return cut(other).isPresent();
    }

    /** Whether each of these days is one of the others. */
    public boolean within(Days other) {
        return !first.isBefore(other.first) && !last.isAfter(other.last);
    }

    /** Those that are also among the others; empty where there are none. */
    public Optional<Days> cut(Days to) {
        return between(first.isBefore(to.first) ? to.first : first, last.isAfter(to.last) ? to.last : last);
    }
}
