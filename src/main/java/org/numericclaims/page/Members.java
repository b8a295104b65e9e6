package org.numericclaims.page;

import java.util.List;
import java.util.Map;

/** Members of the API's JSON that are objects and lists of objects themselves. */
final class Members {

    private Members() {}

    @SuppressWarnings("unchecked") // an object of JSON has nothing else
    static Map<String, Object> in(Map<String, Object> whole, String name) {
        return (Map<String, Object>) whole.get(name);
    }

    @SuppressWarnings("unchecked") // so are those that pages ask for
    static List<Map<String, Object>> list(Map<String, Object> whole, String name) {
        return (List<Map<String, Object>>) whole.get(name);
    }

    static List<Map<String, Object>> items(Map<String, Object> page) {
        return list(page, "items");
    }
}
