package org.numericclaims.analysis;

import java.util.List;

/**
 * Which rivals of a claim are looked for.
 *
 * @param verdict contradict or tension
 * @param own whether only among the claims of its own claimant
 */
record Sought(Verdict verdict, boolean own) {

    static final List<Sought> ALL = List.of(
            new Sought(Verdict.contradict, false),
            new Sought(Verdict.contradict, true),
            new Sought(Verdict.tension, false),
            new Sought(Verdict.tension, true));

    boolean includes(Rivalry rivalry) {
        return rivalry.is(verdict)
                && (!own || rivalry.claim().claimant().equals(rivalry.other().claimant()));
    }
}
