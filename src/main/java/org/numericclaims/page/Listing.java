package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next the address of this page with what follows; null on the last
 * @param asked by what was filtered, as it stands in the address
 */
@TemplateData
public record Listing(List<Map<String, Object>> items, String next, Map<String, String> asked) {

    /** What was filtered by that; empty for nothing. */
    public String filter(String name) {
        return asked.getOrDefault(name, "");
    }
}
