package org.numericclaims.analysis;

import java.math.BigDecimal;
import org.numericclaims.figure.Interval;

/** What one claim is of another, and so how their figures must stand to each other. */
enum Relation {
    /** It is recorded to be a part of the other: at most as large. */
    part_of,
    /** The other is recorded to be a part of it: at least as large. */
    whole_of,
    /** Both are of the same subject and period: equal. */
    same,
    /** Its subject or period is inside the other's: at most as large. */
    inside,
    /** The other's subject or period is inside its own: at least as large. */
    around;

    /** Whether some figures in these intervals stand to each other as they must. */
    boolean allows(Interval own, Interval other) {
        return switch (this) {
            case part_of, inside -> own.canBeAtMost(other);
            case whole_of, around -> other.canBeAtMost(own);
            case same -> own.overlaps(other);
        };
    }

    /** How far the intervals are from allowing it; 0 where they do, or where only open ends touch. */
    BigDecimal gap(Interval own, Interval other) {
        return switch (this) {
            case part_of, inside -> own.above(other);
            case whole_of, around -> other.above(own);
            case same -> own.above(other).max(other.above(own));
        };
    }
}
