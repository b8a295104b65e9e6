package org.numericclaims.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.Together;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                          | required
            {"source":null}                             | required
            {"source":" \\u200b"}                       | blank
            {"source":["a"]}                            | wrong_type
            {"source":"JaVa\\tScript:alert(1)"}         | url_scheme
            {"source":"https:///a"}                     | malformed_url
            {"source":"https://user:pw@a.example/"}     | url_has_password
            {"source":"https://a.example/\\u0000"}      | nul_character
            {"source":"a\\u202eb"}                      | bidi_control
            {"source":"01948a3c-7b7e-7c3e-9d53-0a4f3c2b1d00"} | unknown_source
            """)
    void whatIsWrongWithAClaimsSourceIsNamed(String body, String code) throws IOException {
        var faults = new Faults();
        assertThat(read(body, faults)).isNull();
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getParameters())
                                .containsEntry("code", code)
                                .extractingByKey("errors")
                                .asInstanceOf(LIST)
                                .singleElement()
                                .extracting("pointer")
                                .isEqualTo("/source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://Example.org/read", "Reuters: 5 dead", "The Times, p. 4"})
    void aClaimsSourceIsReadAsItIs(String text) throws IOException {
        var faults = new Faults();
        assertThat(read("{\"source\":\"" + text + "\"}", faults)).isEqualTo(text);
        faults.throwIfAny();
    }

    private static String read(String body, Faults faults) throws IOException {
        var json = (ObjectNode) new ObjectMapper().readTree(body);
        return in(() -> Source.read(new JsonBody(json).fields(faults), "source"));
    }

    private static Map<String, UUID> named(List<String> texts) {
        return in(() -> Source.named(texts));
    }

    private static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
