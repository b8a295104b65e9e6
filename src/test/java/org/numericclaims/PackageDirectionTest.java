package org.numericclaims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackageDirectionTest {

    private static final Path SOURCES = Path.of("src/main/java/org/numericclaims");
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?org\\.numericclaims\\.(\\w+)\\.");

    /** What each package may import: those further down. A package that is not here may import nothing of ours. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("app", List.of("claim", "claimant", "subject", "source", "figure", "http", "naming")),
            Map.entry(
                    "analysis",
                    List.of(
                            "appearance",
                            "database",
                            "claim",
                            "claimant",
                            "subject",
                            "source",
                            "figure",
                            "http",
                            "naming")),
            Map.entry(
                    "page",
                    List.of(
                            "analysis",
                            "appearance",
                            "assessment",
                            "claim",
                            "claimant",
                            "subject",
                            "source",
                            "figure",
                            "http")),
            Map.entry("changes", List.of("database", "http")),
            Map.entry("mcp", List.of("analysis", "claim", "http")),
            Map.entry("monitoring", List.of("exchange", "mcp")),
            Map.entry(
                    "exchange",
                    List.of("appearance", "assessment", "claim", "claimant", "subject", "source", "database", "http")),
            Map.entry("appearance", List.of("claim", "source", "naming", "database", "figure", "http")),
            Map.entry("assessment", List.of("claim", "source", "database", "figure", "http")),
            Map.entry("claim", List.of("database", "claimant", "subject", "source", "figure", "http", "naming")),
            Map.entry("claimant", List.of("database", "figure", "http", "naming")),
            Map.entry("subject", List.of("database", "figure", "http", "naming")),
            Map.entry("source", List.of("figure", "http", "naming")),
            // figure only for what readers throw: a text that means nothing
            Map.entry("http", List.of("figure")),
            Map.entry("database", List.of("http")),
            Map.entry("naming", List.of("database", "http")),
            Map.entry("security", List.of("database", "figure", "http", "naming")));

    @Test
    void packagesDependDownwardsOnly() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var own = SOURCES.relativize(file).getName(0).toString();
                var allowed = MAY_IMPORT.getOrDefault(own, List.of());
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used -> assertThat(used.equals(own) || allowed.contains(used))
                                .as("%s imports %s", file, used)
                                .isTrue());
            }
        }
    }

    @Test
    void theFigureKnowsNoFrameworkAndNoDatabase() throws IOException {
        try (var files = Files.walk(SOURCES.resolve("figure"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("jakarta.", "quarkus", "java.sql");
            }
        }
    }
}
