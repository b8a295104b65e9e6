package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as lines of words, each with its numbers, so that the service's and the oracle's can be held together. */
final class AnswerLines {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");

    private final Map<String, List<BigDecimal>> lines = new TreeMap<>();

    /** Adds a line; numbers that are null stand for an open end, or for none. */
    void line(String words, BigDecimal... numbers) {
        if (lines.put(words, Arrays.asList(numbers)) != null) {
            lines.put("twice: " + words, List.of());
        }
    }

    /** The lines that only one of the two has, or that have other numbers there. */
    List<String> differences(AnswerLines other) {
        var differences = new ArrayList<String>();
        lines.forEach((words, numbers) -> {
            var others = other.lines.get(words);
            if (others == null) {
                differences.add("only the service: " + words + " " + numbers);
            } else if (!areNear(numbers, others)) {
                differences.add("service: " + words + " " + numbers + ", oracle: " + others);
            }
        });
        other.lines.forEach((words, numbers) -> {
            if (!lines.containsKey(words)) {
                differences.add("only the oracle: " + words + " " + numbers);
            }
        });
        return differences;
    }

    /** A field as a number, null where there is none. */
    static BigDecimal number(JsonNode json, String field) {
        return json.path(field).isNumber() ? json.get(field).decimalValue() : null;
    }

    static boolean areNear(BigDecimal a, BigDecimal b) {
        if (a == null || b == null) {
            return a == b;
        }
        return a.subtract(b).abs().compareTo(a.abs().max(b.abs()).multiply(TOLERANCE)) <= 0;
    }

    private static boolean areNear(List<BigDecimal> numbers, List<BigDecimal> others) {
        if (numbers.size() != others.size()) {
            return false;
        }
        for (int n = 0; n < numbers.size(); n++) {
            if (!areNear(numbers.get(n), others.get(n))) {
                return false;
            }
        }
        return true;
    }
}
