package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numericclaims.http.Documented;

/**
 * The examples of answers that the OpenAPI document shows, asked for again of the shipped service with the samples: one
 * after the other, as some are of what others have made. With {@code -Dexamples=write} they are written anew.
 */
class DocumentedExamplesIT {

    private static final Path EXAMPLES = Path.of("src/main/resources/examples");
    private static final boolean WRITE = "write".equals(System.getProperty("examples"));
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String KEY = "0123456789abcdef0123456789ABCDEF";
    private static final String CASUALTIES = "russian-soldiers-killed-or-wounded-in-the-war-in-ukraine";
    private static final Pattern OTHER_EACH_TIME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|nc_[A-Za-z0-9_-]+|(?<=\"next\":\")[^\"]+");

    private static final Pattern NEW_KEY = Pattern.compile("nc_[A-Za-z0-9_-]+");

    private static final List<Step> STEPS = List.of(
            new Step("listClaims", "/v1/claims?claimant=donald-trump&limit=1&count=exact"),
            new Step("getClaim", "{said}"),
            new Step("checkClaim", "{said}/checks?limit=1"),
            new Step("listFacets", "/v1/facets?field=qualifier"),
            new Step("listContradictions", "/v1/contradictions?limit=1"),
            new Step("compareClaimants", "/v1/subjects/" + CASUALTIES + "/comparison"),
            new Step("listImpliedFigures", "/v1/subjects/" + CASUALTIES + "/implied?period=2024"),
            new Step("getSeries", "/v1/subjects/" + CASUALTIES + "/series?interval=year"),
            new Step("listClaimants", "/v1/claimants?q=general"),
            new Step("getClaimant", "/v1/claimants/donald-trump"),
            new Step("listSubjects", "/v1/subjects?q=duration&limit=1"),
            new Step("getSubject", "/v1/subjects/" + CASUALTIES),
            new Step("listSources", "/v1/sources?q=oval"),
            new Step("parseFigure", "/v1/figures/parse"),
            new Step("addSource", "/v1/sources"),
            new Step("getSource", "{addSource}"),
            new Step("replaceSource", "{addSource}"),
            new Step("changeSource", "{addSource}"),
            new Step("addClaimant", "/v1/claimants"),
            new Step("replaceClaimant", "{addClaimant}"),
            new Step("changeClaimant", "{addClaimant}"),
            new Step("mergeClaimant", "{addClaimant}/merge"),
            new Step("addClaim", "/v1/claims"),
            new Step("addSubject", "/v1/subjects"),
            new Step("replaceSubject", "{addSubject}"),
            new Step("changeSubject", "{addSubject}"),
            new Step("importClaims", "/v1/claims/import"),
            new Step("mergeSubject", "/v1/subjects/killed/merge"),
            new Step("replaceClaim", "{addClaim}"),
            new Step("changeClaim", "{addClaim}"),
            new Step("listClaimVersions", "{addClaim}/versions"),
            new Step("getClaimVersion", "{addClaim}/versions/1"),
            new Step("addAppearance", "{addClaim}/appearances"),
            new Step("getAppearance", "{addAppearance}"),
            new Step("listAppearances", "{addClaim}/appearances"),
            new Step("addAssessment", "{addClaim}/assessments"),
            new Step("getAssessment", "{addAssessment}"),
            new Step("listAssessments", "{addClaim}/assessments"),
            new Step("listChanges", "/v1/changes?limit=2"),
            new Step("addKey", "/v1/keys"),
            new Step("listKeys", "/v1/keys"),
            new Step("mergeSource", "{source}/merge", "{\"into\": \"{addSource}\"}"));

    @TempDir
    Path data;

    /** By the name of a step the address that it made. */
    private final Map<String, String> made = new HashMap<>();

    private String service;

    /** An operation, what is asked of it, and what is sent where that is not the document's own example. */
    private record Step(String operation, String path, String body) {

        Step(String operation, String path) {
            this(operation, path, null);
        }
    }

    @Test
    void eachIsWhatIsAnswered() throws Exception {
        assertThat(STEPS.stream().map(Step::operation)).containsExactlyInAnyOrderElementsOf(answering());
        try (var running = PackagedService.start(data, Map.of("CLAIMS_SAMPLES", "true", "CLAIMS_ADMIN_KEY", KEY))) {
            service = running.address();
            made.put("said", find("/v1/claims?figure_gte=818000&figure_lte=818000", "/v1/claims/"));
            made.put("source", find("/v1/sources?q=oval", "/v1/sources/"));
            for (var step : STEPS) {
                var example = take(step);
                var kept = EXAMPLES.resolve(step.operation() + ".json");
                if (WRITE) {
                    JSON.writeValue(kept.toFile(), example);
                }
                assertThat(settled(example)).as(step.operation()).isEqualTo(settled(JSON.readTree(kept.toFile())));
            }
        }
    }

    /** The operations that answer in JSON when all is well; all units are too many to show, ExamplesTest has one of them. */
    private static List<String> answering() throws IOException {
        return Documented.operations(Documented.written()).stream()
                .filter(operation -> operation.content(operation.success()).containsKey("application/json"))
                .map(Documented::id)
                .filter(operation -> !operation.equals("listUnits"))
                .toList();
    }

    private ObjectNode take(Step step) throws IOException {
        var operation = Documented.operations(Documented.written()).stream()
                .filter(one -> one.id().equals(step.operation()))
                .findAny()
                .orElseThrow();
        var path = filled(step.path());
        var answer = request(operation, step).request(operation.method(), service + path);
        assertThat(answer.statusCode())
                .as(step.operation() + ": " + answer.asString())
                .isEqualTo(operation.success());
        if (answer.header("Location") != null) {
            made.put(step.operation(), answer.header("Location").replaceFirst("^http://[^/]+", ""));
        }
        var shown = NEW_KEY.matcher(answer.asString()).replaceAll("nc_that-is-shown-here-alone");
        return JSON.createObjectNode()
                .put("request", operation.method() + " " + path)
                .set("answer", JSON.readTree(shown));
    }

    private RequestSpecification request(Documented operation, Step step) {
        var request = given();
        operation.bodies().entrySet().stream()
                .findFirst()
                .ifPresent(body -> request.header("If-Match", "*")
                        .contentType(body.getKey() + ";charset=utf-8")
                        .body(
                                step.body() == null
                                        ? Documented.example(body.getValue()).toString()
                                        : filled(step.body()).replaceAll("/v1/\\w+/", "")));
        return request;
    }

    private String filled(String text) {
        return Pattern.compile("\\{(\\w+)}").matcher(text).replaceAll(name -> made.get(name.group(1)));
    }

    private String find(String list, String address) {
        return address + given().get(service + list).path("items[0].id");
    }

    private static RequestSpecification given() {
        return RestAssured.given().auth().oauth2(KEY).urlEncodingEnabled(false);
    }

    /** With the same words for what is another each time: ids, instants, keys, and cursors that are made of them. */
    private static JsonNode settled(JsonNode example) throws IOException {
        return JSON.readTree(OTHER_EACH_TIME.matcher(example.toString()).replaceAll("other"));
    }
}
