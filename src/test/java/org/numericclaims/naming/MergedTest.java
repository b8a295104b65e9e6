package org.numericclaims.naming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MergedTest {

    /** What refers to things that are merged. */
    @ApplicationScoped
    static class Observer {

        private final List<Merged> seen = new CopyOnWriteArrayList<>();
        private final TransactionSynchronizationRegistry transaction;

        Observer(TransactionSynchronizationRegistry transaction) {
            this.transaction = transaction;
        }

        void on(@Observes Merged merged) {
            assertThat(transaction.getTransactionKey()).isNotNull();
            seen.add(merged);
        }

        List<Merged> seen() {
            return seen;
        }
    }

    @Inject
    Observer observer;

    @ParameterizedTest
    @CsvSource({"claimant,slug,name", "subject,slug,name", "source,id,citation"})
    void aMergerIsAnnouncedInsideItsTransaction(String table, String address, String name) {
        var from = add(table, address, name, "Announced " + table);
        var into = add(table, address, name, "Announced to " + table);
        observer.seen().clear();
        merge(table, from, into).then().statusCode(200);
        assertThat(observer.seen()).singleElement().satisfies(merged -> {
            assertThat(merged.table()).isEqualTo(table);
            assertThat(merged.from()).isLessThan(merged.into());
        });
    }

    @Test
    void whatIsRefusedIsNotAnnounced() {
        int before = observer.seen().size();
        merge("claimant", "nobody-of", "nobody-of").then().statusCode(404);
        assertThat(observer.seen()).hasSize(before);
    }

    private static String add(String table, String address, String name, String text) {
        return given().contentType(ContentType.JSON)
                .body("{\"" + name + "\":\"" + text + "\"}")
                .post("/v1/" + table + "s")
                .then()
                .statusCode(201)
                .extract()
                .path(address);
    }

    private static Response merge(String table, String from, String into) {
        return given().contentType(ContentType.JSON)
                .body("{\"into\":\"" + into + "\"}")
                .post("/v1/" + table + "s/" + from + "/merge");
    }
}
