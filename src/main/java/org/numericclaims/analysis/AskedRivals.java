package org.numericclaims.analysis;

import java.util.Collection;
import java.util.UUID;

/**
 * Which contradicted claims are asked for.
 *
 * @param subjects those that they are about; null for all
 * @param claimants those who claim them; null for all
 * @param past whether they are asked of another moment than now, of which nothing is kept
 */
record AskedRivals(Sought sought, Collection<UUID> subjects, Collection<UUID> claimants, boolean past) {

    boolean isAbout(UUID subject) {
        return subjects == null || subjects.contains(subject);
    }

    boolean isBy(UUID claimant) {
        return claimants == null || claimants.contains(claimant);
    }
}
