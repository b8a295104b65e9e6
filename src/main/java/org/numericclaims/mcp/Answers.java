package org.numericclaims.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Map;
import org.numericclaims.http.Asked;
import org.numericclaims.http.ProblemForm;
import org.numericclaims.http.Problems;

/** Answers tools: with the JSON of the API and the addresses of what is in it, or with a problem of the same form. */
@Singleton
class Answers {

    /** In characters, some 30,000 tokens. */
    private static final int MOST = 100_000;

    private static final String ADDRESS = "address";

    private final ObjectMapper json;
    private final Asked asked;
    private final ProblemForm problems;
    private final Event<Answered> answered;

    Answers(ObjectMapper json, Asked asked, ProblemForm problems, Event<Answered> answered) {
        this.json = json;
        this.asked = asked;
        this.problems = problems;
        this.answered = answered;
    }

    CallToolResult answer(Tool tool, Map<String, Object> arguments) {
        try {
            var answer = answer(tool, json.<ObjectNode>valueToTree(arguments == null ? Map.of() : arguments));
            answered.fire(new Answered(tool.operation().id()));
            return result(answer, false);
        } catch (RuntimeException e) {
            return result(json.valueToTree(problems.of(e)), true);
        }
    }

    /** A problem where it is too large. */
    private JsonNode answer(Tool tool, ObjectNode given) {
        ObjectNode answer = json.valueToTree(tool.ask(given, asked));
        for (var claim : answer.findParents("id")) {
            ((ObjectNode) claim)
                    .put(ADDRESS, asked.at("/v1/claims/" + claim.get("id").asText()));
        }
        if (tool.entry().body() == null) {
            answer.put(ADDRESS, asked.address().build().toString());
        }
        int length = written(answer).length();
        if (length > MOST) {
            throw Problems.of(
                    422,
                    "answer_too_large",
                    "The answer would have " + length + " characters, and may have " + MOST
                            + ": ask for less, by a smaller 'limit', 'fields' or a 'period', as the tool has them.");
        }
        return answer;
    }

    /** As data, and as the text of that for clients that know no other. */
    private CallToolResult result(JsonNode told, boolean isError) {
        return CallToolResult.builder()
                .addTextContent(written(told))
                .structuredContent(told)
                .isError(isError)
                .build();
    }

    private String written(JsonNode told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
