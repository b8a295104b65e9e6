package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The OpenAPI document by the rules of Spectral and by ours, which stand for the HTTP contract. */
@EnabledIfSystemProperty(named = "clients", matches = "true")
class OpenApiLintIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RULES = Path.of("src/test/spectral");
    private static final Path DOCUMENT = Path.of("openapi/openapi.json");
    private static final Path FOLDER = Path.of("target/spectral");

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (var file : List.of("package.json", "package-lock.json", "ruleset.yaml")) {
            Files.copy(RULES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
    }

    @Test
    void nothingIsFound() throws Exception {
        assertThat(lint(JSON.readTree(DOCUMENT.toFile()))).isEmpty();
    }

    @Test
    void eachRuleOfOursFindsWhatBreaksIt() throws Exception {
        var document = (ObjectNode) JSON.readTree(DOCUMENT.toFile());
        var paths = at(document, "/paths");
        paths.set("/v1/aClaim", paths.remove("/v1/changes"));
        var list = at(document, "/paths/~1v1~1claimants/get");
        list.put("operationId", "list_claimants");
        at(list, "/responses").remove("400");
        at(list, "/responses/503/content").removeAll();
        at(list, "/responses/429/content").set("text/plain", at(list, "/responses/200/content/application~1json"));
        at(list, "/responses/200/content/application~1json").remove(List.of("example", "examples"));
        for (var parameter : list.get("parameters")) {
            switch (parameter.get("name").asText()) {
                case "limit" -> at(parameter, "/schema").remove("maximum");
                case "q" -> ((ObjectNode) parameter).put("name", "searchFor");
                default -> {}
            }
        }
        var edit = at(document, "/paths/~1v1~1claimants~1{slug}/patch");
        ((ArrayNode) edit.get("parameters")).removeAll();
        at(edit, "/responses").remove("412");
        at(edit, "/requestBody/content").remove("application/merge-patch+json");
        ((ArrayNode) document.at("/paths/~1v1~1sources/get/parameters"))
                .removeIf(parameter -> parameter.get("name").asText().equals("limit"));
        var members = at(document, "/components/schemas/Claim/properties");
        members.set("figureTo", members.remove("figure_to"));
        at(members, "/figure").remove("format");
        ((ArrayNode) members.at("/qualifier/enum")).add("AtLeast");
        assertThat(lint(document)).containsAll(ours());
    }

    private static List<String> ours() throws IOException {
        var rules = Pattern.compile("(?m)^  ([a-z-]+):$")
                .matcher(Files.readString(RULES.resolve("ruleset.yaml")))
                .results()
                .map(rule -> rule.group(1))
                .toList();
        assertThat(rules).hasSizeGreaterThan(10);
        return rules;
    }

    /** The names of the rules that it breaks, each once for each place. */
    private static List<String> lint(JsonNode document) throws IOException, InterruptedException {
        JSON.writeValue(FOLDER.resolve("document.json").toFile(), document);
        var found = FOLDER.resolve("found.json");
        run(
                "node_modules/.bin/spectral",
                "lint",
                "--ruleset=ruleset.yaml",
                "--format=json",
                "--output=found.json",
                "--fail-severity=hint",
                "--quiet",
                "document.json");
        return JSON.readTree(found.toFile()).findValuesAsText("code");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        var said = process.redirectOutput(FOLDER.resolve("said.txt").toFile()).start();
        assertThat(said.waitFor())
                .as(Files.readString(FOLDER.resolve("said.txt")))
                .isLessThan(2); // 1 has found something
    }

    private static ObjectNode at(JsonNode document, String place) {
        return (ObjectNode) document.at(place);
    }
}
