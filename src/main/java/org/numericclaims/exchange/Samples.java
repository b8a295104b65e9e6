package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.database.AdvisoryLock;
import org.numericclaims.database.DatabaseCame;
import org.numericclaims.database.Mode;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.JsonItems;
import org.numericclaims.subject.Subject;

/** Real claims to try the service on, which {@code CLAIMS_SAMPLES=true} loads into an empty database. */
@ApplicationScoped
class Samples {

    private static final System.Logger LOG = System.getLogger(Samples.class.getName());
    private static final List<String> FILES = List.of("article", "personnel", "tanks", "aircraft");
    private static final ImportOptions AS_THEY_STAND = new ImportOptions(false, false, true, false);

    private final EntityManager em;
    private final ClaimImport claims;
    private final Mode mode;
    private final boolean asked;

    Samples(EntityManager em, ClaimImport claims, Mode mode, @ConfigProperty(name = "claims.samples") boolean asked) {
        this.em = em;
        this.claims = claims;
        this.mode = mode;
        this.asked = asked;
    }

    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = ClaimImport.LONGEST_SECONDS)
    void load(@Observes DatabaseCame came) throws IOException, SystemException {
        if (!asked || mode.isReadOnly() || !isEmpty()) {
            return;
        }
        each("claimants", Claimant::add);
        each("subjects", Subject::add);
        int created = 0;
        for (var file : FILES) {
            try (var body = open(file)) {
                created += claims.load(new JsonRows(new JsonItems(body, "claims")), AS_THEY_STAND)
                        .created();
            }
        }
        LOG.log(Level.INFO, "Loaded the samples: {0} claims", created);
    }

    /** Of two instances that start on one database the second waits, and finds it full. */
    private boolean isEmpty() {
        var session = em.unwrap(Session.class);
        session.createNativeMutationQuery("set local lock_timeout = '60s'").executeUpdate();
        AdvisoryLock.take("samples");
        return Scalars.query(
                        em,
                        "select not exists (select from claim) and not exists (select from claimant)"
                                + " and not exists (select from subject) and not exists (select from source)",
                        Boolean.class)
                .getSingleResult();
    }

    private static void each(String name, Consumer<JsonBody> add) throws IOException {
        try (var body = open(name)) {
            var items = new JsonItems(body, name);
            for (var item = items.next(); item != null; item = items.next()) {
                add.accept(new JsonBody((ObjectNode) item.json()));
            }
        }
    }

    private static InputStream open(String file) {
        return Samples.class.getResourceAsStream("/samples/" + file + ".json");
    }
}
