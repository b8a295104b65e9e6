package org.numericclaims.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numericclaims.claim.Given.list;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

/** Walks lists with many ties by pages of random sizes while claims are added at random places. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RandomPagesTest {

    private static final int CLAIMS = 40;

    @Inject
    EntityManager em;

    @ParameterizedTest
    @CsvSource({
        "date, 1",
        "-date, 2",
        "figure, 3",
        "-figure, 4",
        "created_at, 5",
        "-created_at, 6",
        "updated_at, 7",
        "-updated_at, 8",
        "figure&in=km, 9",
        "-figure&in=km, 10",
        "figure&in=[ft_i], 11",
        "-date&in=m, 12"
    })
    void whatStoodBeforeIsShownOnceAndInOrder(String sort, long seed) {
        var random = new Random(seed);
        var subject = unique("random pages");
        for (int i = 0; i < CLAIMS; i++) {
            add(subject, random);
        }
        tie(subject);
        var query = "subject={s}&sort=" + sort;
        var before = list(query + "&limit=500", subject).<String>getList("items.id");
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var paged = query + "&limit=" + (1 + random.nextInt(7));
            var page = next == null ? list(paged, subject) : list(paged + "&cursor={c}", subject, next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
            add(subject, random);
            tie(subject);
        } while (next != null && seen.size() < 10 * CLAIMS);
        var after = list(query + "&limit=500", subject).<String>getList("items.id");
        assertThat(before).hasSize(CLAIMS);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        assertThat(after.stream().filter(seen::contains).toList()).isEqualTo(seen);
    }

    private static void add(String subject, Random random) {
        var length = 1 + random.nextInt(2);
        var stated = List.of(
                        "\"figure\":" + length + ",\"unit\":\"miles\"",
                        "\"figure\":" + length * 1760 + ",\"unit\":\"[yd_i]\"",
                        "\"figure\":" + length * 5280 + ",\"unit\":\"[ft_i]\"",
                        "\"figure\":" + length + ".609344,\"unit\":\"km\"")
                .get(random.nextInt(4));
        var date = List.of("2024", "2024-12", "2024-12-31", "2023").get(random.nextInt(4));
        var fields = rest(subject).replace("\"unit\":\"people\"", stated).replace("2025-01-21", date);
        Given.claim(fields.replace("/a\"", "/" + unique("s").replace(' ', '-') + "\""));
    }

    /** Makes instants alike, as an import of many claims leaves them. */
    private void tie(String subject) {
        QuarkusTransaction.requiringNew().run(() -> {
            em.createNativeQuery("set local claims.keep_versions = off").executeUpdate();
            em.createNativeQuery("""
                        update claim c set created_at = date_trunc('second', c.created_at),
                          updated_at = date_trunc('second', c.updated_at)
                        from subject s where s.id = c.subject_id and s.name = :name""").setParameter("name", subject).executeUpdate();
        });
    }
}
