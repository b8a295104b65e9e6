package org.numericclaims.analysis;

import java.util.Optional;
import java.util.UUID;
import org.numericclaims.figure.Days;
import org.numericclaims.subject.SubjectKind;

/**
 * What figures about one subject cover.
 *
 * @param broader the subject that this one is inside, null where there is none
 * @param span the days outside which nothing of it happens, null where that is not known
 */
record Scope(UUID subject, Scope broader, SubjectKind kind, Days span) {

    /** Those of the days on which something of it can happen; empty where there are none. */
    Optional<Days> cut(Days days) {
        return span == null ? Optional.of(days) : days.cut(span);
    }

    /** Whether this is the other subject or a narrower one. */
    boolean isWithin(Scope other) {
        for (var scope = this; scope != null; scope = scope.broader) {
            if (scope.subject.equals(other.subject)) {
                return true;
            }
        }
        return false;
    }
}
