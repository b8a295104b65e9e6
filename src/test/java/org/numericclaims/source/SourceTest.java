package org.numericclaims.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SourceTest {

    @Test
    void twoSpellingsOfAnAddressAreOneSourceShownAsItWasFirstGiven() {
        var first = "HTTPS://Example.ORG:443/spelt";
        var ids = named(List.of(first, "https://example.org/spelt", "https://example.org/Spelt"));
        assertThat(ids.get(first)).isEqualTo(ids.get("https://example.org/spelt"));
        assertThat(ids.get("https://example.org/Spelt")).isNotEqualTo(ids.get(first));
        var source = in(() -> Source.<Source>findById(ids.get(first)));
        assertThat(source.url).isEqualTo(first);
        assertThat(source.citation).isNull();
    }

    @Test
    void itIsCalledByIdAddressOrCitation() {
        var cited = "The Times, p. 4";
        var id = named(List.of(cited)).get(cited);
        var upper = id.toString().toUpperCase(Locale.ROOT);
        var texts = List.of(
                id.toString(), upper, "THE TIMES,  p. 4", UUID.randomUUID().toString(), "1-1-1-1-1");
        assertThat(in(() -> Source.called(texts)))
                .containsOnly(Map.entry(id.toString(), id), Map.entry(upper, id), Map.entry("THE TIMES,  p. 4", id));
        assertThat(named(List.of(upper))).containsOnly(Map.entry(upper, id));
        assertThat(in(() -> Source.<Source>findById(id)).citation).isEqualTo(cited);
    }

    @Test
    void whatIsTooLongForAnIndexIsStillOne() {
        var long1 = "https://example.org/" + "я".repeat(2_000);
        var long2 = "ﷺ".repeat(2_000);
        var ids = named(List.of(long1, long2));
        assertThat(named(List.of(long1, long2))).isEqualTo(ids);
        assertThat(ids.values()).doesNotHaveDuplicates();
    }

    @Test
    void ofManyThatNameTheSameNewOneAllGetOne() throws Exception {
        var text = "Reuters, on everything at once";
        var ids = Together.run(16, n -> named(List.of(text)).get(text));
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(in(() -> Source.count("citation", text))).isEqualTo(1);
    }

    private static Map<String, UUID> named(List<String> texts) {
        return in(() -> Source.named(texts));
    }

    private static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
