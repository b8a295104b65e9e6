package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.database.DatabaseAway;
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

    private long rested = System.nanoTime();

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = DatabaseAway.class)
    void nowAndThen() {
        long begun = System.nanoTime();
        if (begun - rested >= 0) {
            all();
            rested = System.nanoTime() + RESTS * (System.nanoTime() - begun);
        }
    }

    void all() {
        try {
            for (var family : QuarkusTransaction.requiringNew().call(RivalUpkeep::marked)) {
                QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_A_FAMILY).run(() -> workOut(family));
            }
        } catch (RuntimeException e) { // such as a database that went away, or another instance that was faster
            LOG.log(Level.WARNING, "Contradictions are worked out later: " + e.getMessage());
        }
    }

    private static Collection<List<UUID>> marked() {
        var marked = ask("select distinct subject_id from rival_due").getResultList();
        return marked.isEmpty() ? List.of() : Scopes.around(marked).families(marked);
    }

    private static void workOut(List<UUID> marked) {
        Snapshot.begin();
        if (!AdvisoryLock.tryTake(LOCK)) {
            return;
        }
        Panache.getEntityManager()
                .createNativeQuery("set local statement_timeout = '" + SECONDS_FOR_A_FAMILY + "s'")
                .executeUpdate();
        var scopes = Scopes.around(marked);
        var due = due(marked, scopes);
        var contradictions = new Contradictions(scopes, due);
        for (var sought : Sought.ALL) {
            keep(contradictions, sought, due);
        }
        // of this state of the database: what was marked since stays marked
        ask("delete from rival_due where subject_id = any(:subjects) returning subject_id")
                .setParameter("subjects", marked.toArray(UUID[]::new))
                .getResultList();
    }

    private static Set<UUID> due(List<UUID> marked, Scopes scopes) {
        var due = new HashSet<>(marked);
        scopes.ids().stream()
                .filter(subject -> scopes.chain(subject).map(Scope::subject).anyMatch(marked::contains))
                .forEach(due::add);
        return due;
    }

    private static void keep(Contradictions contradictions, Sought sought, Set<UUID> due) {
        var found = new ArrayList<Rivalry>();
        contradictions.tell(sought, found::add);
        var bySubject = found.stream()
                .collect(Collectors.groupingBy(rivalry -> rivalry.claim().subject()));
        due.forEach(subject -> KeptRivals.keep(subject, sought, bySubject.getOrDefault(subject, List.of())));
    }

    private static NativeQuery<UUID> ask(String sql) {
        return Panache.getEntityManager().unwrap(Session.class).createNativeQuery(sql, UUID.class);
    }
}
