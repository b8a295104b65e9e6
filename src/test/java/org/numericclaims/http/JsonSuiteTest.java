package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numericclaims.app.TestDatabase;

/**
 * Documents at the borders of RFC 8259, sent byte for byte to both readers of JSON: as a body, and as the one claim of a
 * file. What is JSON is read, and then has no field that is known; what is not is refused as such.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JsonSuiteTest {

    private static final String JSON = "Content-Type: application/json";
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

    /** A byte that is no letter of this file is written as {@code \xHH}. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            {"a":0}                           ¦ unknown_field
            {"a":-0}                          ¦ unknown_field
            {"a":-1.50}                       ¦ unknown_field
            {"a":1e5}                         ¦ unknown_field
            {"a":1E+2}                        ¦ unknown_field
            {"a":0e-0}                        ¦ unknown_field
            {"a":1234567890123456789012345}   ¦ unknown_field
            {"a":""}                          ¦ unknown_field
            {"":0}                            ¦ unknown_field
            {"a":"é\\xF0\\x9F\\x87\\xBA"}     ¦ unknown_field
            {"a":"\\u00e9\\uD83D\\ude00"}     ¦ unknown_field
            {"a":"\\ud800"}                   ¦ unknown_field
            {"a":"\\u0000"}                   ¦ unknown_field
            {"a":"\\/\\b\\f\\n\\r\\t\\"\\\\"} ¦ unknown_field
            {"a":"\\x7F"}                     ¦ unknown_field
            {"a":"\\xEF\\xBF\\xBF"}           ¦ unknown_field
            {"a":"\\xE2\\x80\\xA8"}           ¦ unknown_field
            {"a":[[],{},[0]]}                 ¦ unknown_field
            {"a":true,"b":false,"c":null}     ¦ unknown_field
            \\x09\\x0D\\x0A{ "a" : [ 1 , 2 ] }\\x0A ¦ unknown_field
            {"a":1,"a":2}                     ¦ duplicate_key
            {"a":1,"\\u0061":2}               ¦ duplicate_key
            {"b":{"a":1,"a":1}}               ¦ duplicate_key
            {"a":1,}                          ¦ invalid_json
            {,}                               ¦ invalid_json
            {"a"}                             ¦ invalid_json
            {"a":}                            ¦ invalid_json
            {"a" 1}                           ¦ invalid_json
            {"a"::1}                          ¦ invalid_json
            {"a":1 "b":2}                     ¦ invalid_json
            {"a":1,,"b":2}                    ¦ invalid_json
            {a:1}                             ¦ invalid_json
            {1:1}                             ¦ invalid_json
            {'a':1}                           ¦ invalid_json
            {"a":'b'}                         ¦ invalid_json
            {"a":[1,]}                        ¦ invalid_json
            {"a":[,1]}                        ¦ invalid_json
            {"a":[1 2]}                       ¦ invalid_json
            {"a":[1}                          ¦ invalid_json
            {"a":1]                           ¦ invalid_json
            {"a":01}                          ¦ invalid_json
            {"a":-01}                         ¦ invalid_json
            {"a":+1}                          ¦ invalid_json
            {"a":-}                           ¦ invalid_json
            {"a":--1}                         ¦ invalid_json
            {"a":1.}                          ¦ invalid_json
            {"a":.5}                          ¦ invalid_json
            {"a":1.2.3}                       ¦ invalid_json
            {"a":1e}                          ¦ invalid_json
            {"a":1e+}                         ¦ invalid_json
            {"a":1e1.5}                       ¦ invalid_json
            {"a":0x1}                         ¦ invalid_json
            {"a":1_000}                       ¦ invalid_json
            {"a":1,000}                       ¦ invalid_json
            {"a":1f}                          ¦ invalid_json
            {"a":１}                          ¦ invalid_json
            {"a":NaN}                         ¦ invalid_json
            {"a":-Infinity}                   ¦ invalid_json
            {"a":tru}                         ¦ invalid_json
            {"a":True}                        ¦ invalid_json
            {"a":nulls}                       ¦ invalid_json
            {"a":undefined}                   ¦ invalid_json
            {"a":"\\x0A"}                     ¦ invalid_json
            {"a":"\\x09"}                     ¦ invalid_json
            {"a":"\\x00"}                     ¦ invalid_json
            {"a":"\\x1F"}                     ¦ invalid_json
            {"a":"\\y"}                       ¦ invalid_json
            {"a":"\\u12"}                     ¦ invalid_json
            {"a":"\\u12G4"}                   ¦ invalid_json
            {"a":"\\U0041"}                   ¦ invalid_json
            {"a":"\\                          ¦ invalid_json
            {"a":"b                           ¦ invalid_json
            {"a":1                            ¦ invalid_json
            {                                 ¦ invalid_json
            "                                 ¦ invalid_json
            }                                 ¦ invalid_json
            {"a":1}}                          ¦ invalid_json
            {"a":1}{"a":1}                    ¦ invalid_json
            {"a":1}x                          ¦ invalid_json
            {"a":1}\\x00                      ¦ invalid_json
            {"a":1}// b                       ¦ invalid_json
            {/* b */"a":1}                    ¦ invalid_json
            {#"a":1}                          ¦ invalid_json
            \\x0C{"a":1}                      ¦ invalid_json
            \\xC2\\xA0{"a":1}                 ¦ invalid_json
            {\\xEF\\xBB\\xBF"a":1}            ¦ invalid_json
            \\xEF\\xBB\\xBF\\xEF\\xBB\\xBF{}  ¦ invalid_json
            <a>1</a>                          ¦ invalid_json
            {"a":"\\xFF"}                     ¦ not_utf8
            {"a":"\\x80"}                     ¦ not_utf8
            {"a":"\\xC0\\x80"}                ¦ not_utf8
            {"a":"\\xE2\\x82"}                ¦ not_utf8
            {"a":"\\xED\\xA0\\x80"}           ¦ not_utf8
            {"a":"\\xF5\\x80\\x80\\x80"}      ¦ not_utf8
            {"a\\xFF":1}                      ¦ not_utf8
            """)
    void eachReaderTakesJsonAndNothingElse(String document, String code) throws IOException {
        for (var path : new String[] {"/v1/figures/parse", "/v1/claims/import?dry_run=true"}) {
            var body = path.contains("import") ? "{\"claims\":[" + document + "]}" : document;
            var answer = Raw.post(path, bytes(body), JSON);
            // a file tells of a claim that it is wrong, not that it cannot be read
            boolean row = path.contains("import") && code.equals("unknown_field");
            answer.isProblem(row ? 422 : 400, code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            []        ¦ not_an_object
            [{}]      ¦ not_an_object
            1         ¦ not_an_object
            -0.5e3    ¦ not_an_object
            "a"       ¦ not_an_object
            ""        ¦ not_an_object
            true      ¦ not_an_object
            null      ¦ empty_body
            """)
    void otherJsonIsNoObject(String document, String code) throws IOException {
        Raw.post("/v1/figures/parse", bytes(document), JSON).isProblem(400, code);
        Raw.post("/v1/claims/import?dry_run=true", bytes("{\"claims\":[" + document + "]}"), JSON)
                .isProblem(400, "wrong_type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            {"text":"5 people"}                             ¦ 5 people
            {"te\\u0078t":"5\\u0020people"}                 ¦ 5 people
            \\xEF\\xBB\\xBF\\x0A{"text"\\x09:"5 people"}\\x0D ¦ 5 people
            {"text":"5 \\uD83C\\uDDFA\\ud83c\\udde6"}       ¦ 5 🇺🇦
            {"text":"5 \\xF0\\x9F\\x87\\xBA\\/\\\\\\""}     ¦ 5 🇺/\\"
            """)
    void whatIsReadIsWhatWasSent(String document, String text) throws IOException {
        var answer = Raw.post("/v1/figures/parse", bytes(document), JSON);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var parts = answer.json().<String, Object>getMap("");
        assertThat("" + parts.get("before") + parts.get("text") + parts.get("after"))
                .isEqualTo(text);
    }

    private static byte[] bytes(String document) {
        var bytes = new ByteArrayOutputStream();
        int from = 0;
        for (var found = BYTE.matcher(document); found.find(); from = found.end()) {
            bytes.writeBytes(document.substring(from, found.start()).getBytes(UTF_8));
            bytes.write(Integer.parseInt(found.group(1), 16));
        }
        bytes.writeBytes(document.substring(from).getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
