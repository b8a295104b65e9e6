package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.database.DatabaseAway;
import org.numericclaims.database.Mode;
import org.numericclaims.database.Snapshot;

/**
 * Works out anew what changes have marked, so that readers need not: a family of subjects in one transaction, and one
 * instance at a time. It is never too late, since nobody trusts what is marked.
 */
@ApplicationScoped
class RivalUpkeep {

    private static final System.Logger LOG = System.getLogger(RivalUpkeep.class.getName());
    private static final String LOCK = "rivals";
    private static final int SECONDS_FOR_A_FAMILY = 600;

    /** How many times as long as it worked it rests, so that a large family that changes all the time costs no core. */
    private static final int RESTS = 3;

    private final Mode mode;
    private volatile long restUntil = System.nanoTime();

    RivalUpkeep(Mode mode) {
        this.mode = mode;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = DatabaseAway.class)
    void nowAndThen() {
        long begun = System.nanoTime();
        if (!mode.isReadOnly() && begun - restUntil >= 0) {
            all();
            restUntil = System.nanoTime() + RESTS * (System.nanoTime() - begun);
        }
    }

    void all() {
        try {
            for (var family : QuarkusTransaction.requiringNew().call(RivalUpkeep::due)) {
                QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_A_FAMILY).run(() -> workOut(family));
            }
        } catch (RuntimeException e) { // such as a database that went away, or another instance that was faster
            LOG.log(Level.WARNING, "Contradictions are worked out later: " + e.getMessage());
        }
    }

    private static Collection<List<UUID>> due() {
        var due = KeptRivals.due();
        return Scopes.around(due).families(due);
    }

    private static void workOut(List<UUID> due) {
        Snapshot.begin();
        if (!AdvisoryLock.tryTake(LOCK)) {
            return;
        }
        allow("statement_timeout");
        allow("idle_in_transaction_session_timeout"); // most of the time goes by between reading and writing
        var contradictions = new Contradictions(Scopes.around(due), due);
        // all of it before anything is written: a transaction that has begun to write holds up the feed of changes
        var found = new LinkedHashMap<Sought, Map<UUID, List<KeptRivals.Row>>>();
        Sought.ALL.forEach(sought -> found.put(sought, rows(contradictions, sought)));
        found.forEach((sought, bySubject) ->
                due.forEach(subject -> KeptRivals.keep(subject, sought, bySubject.getOrDefault(subject, List.of()))));
        KeptRivals.trust(due);
    }

    private static void allow(String timeout) {
        Panache.getEntityManager()
                .createNativeQuery("set local " + timeout + " = '" + SECONDS_FOR_A_FAMILY + "s'")
                .executeUpdate();
    }

    private static Map<UUID, List<KeptRivals.Row>> rows(Contradictions contradictions, Sought sought) {
        var bySubject = new HashMap<UUID, List<KeptRivals.Row>>();
        contradictions.tell(
                sought,
                rivalry -> bySubject
                        .computeIfAbsent(rivalry.claim().subject(), subject -> new ArrayList<>())
                        .add(KeptRivals.Row.of(rivalry)));
        return bySubject;
    }
}
